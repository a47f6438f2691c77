// Package calls has assembly that calls Go and says what its frames hold.
package calls

// Visit calls something, so that it checks the stack's bound.
func Visit(n int) {
	if n > 0 {
		Visit(n - 1)
	}
}

//go:nosplit
func quick(n int) {}

func each(n int)
func withoutFrame(p *int)
func leafOnly(n int)
func ofNosplit(n int)
