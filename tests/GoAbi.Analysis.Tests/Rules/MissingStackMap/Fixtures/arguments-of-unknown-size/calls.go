// Package calls has a TEXT without argument size, for which Go 1.19 wants a map.
package calls

// Visit calls something, so that it checks the stack's bound.
func Visit() { println() }

func outer()
