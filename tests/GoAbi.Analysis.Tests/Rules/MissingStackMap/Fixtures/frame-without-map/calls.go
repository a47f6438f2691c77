// Package calls has assembly that calls Go.
package calls

// Visit calls something, so that it checks the stack's bound.
func Visit(n int) {
	if n > 0 {
		Visit(n - 1)
	}
}

func leaf(n *int) { *n++ }

func each(n int)
func eachPointer(n *int)
func through(n int)
func throughAssembly(n int)
