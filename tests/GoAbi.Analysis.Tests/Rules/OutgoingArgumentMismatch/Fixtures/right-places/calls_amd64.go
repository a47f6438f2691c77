// Package calls has assembly that passes arguments in all the ways there are.
package calls

func pair(a, b int32) (low, high int32) { return b, a }
func text(s string) (n int, ok bool)    { return len(s), true }
func blank(_ int, b int)                { println(b) }

func pushes(n int)
func vector(n int)
func twice(n int)
func branches(n int)
func passesItsFrame(n int)
func blanks(n int)
func inHalves(n int)

// An assembly function that doesn't look at its second argument.
func first(a, b int)
