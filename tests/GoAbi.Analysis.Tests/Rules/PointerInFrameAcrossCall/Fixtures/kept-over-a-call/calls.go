// Package calls has assembly that keeps pointers where nobody finds them.
package calls

type node struct{ next *node }

func get() *node { return new(node) }

//go:noinline
func use(n int) int {
	if n == 0 {
		return 0
	}
	return use(n-1) + 1
}

func result()

//go:noescape
func argument(p *int, n int) int

func escapes(p *int, n int) int
func readAgain(p *int, n int) int
