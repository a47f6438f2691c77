// Package calls has assembly that only assembly calls.
package calls

// Visit calls something, so that it checks the stack's bound.
func Visit() { println() }

func outer(p *int)
func outerLarge(p *int)
