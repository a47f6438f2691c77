// Package calls has assembly that keeps numbers in its frame, and pointers where the runtime finds them.
package calls

func use(n int) int {
	if n == 0 {
		return 0
	}
	return use(n-1) + 1
}

//go:nosplit
func quick(n int) {}

//go:noescape
func argument(p *int, n int) int

//go:noescape
func ofNosplit(p *int, n int) int
