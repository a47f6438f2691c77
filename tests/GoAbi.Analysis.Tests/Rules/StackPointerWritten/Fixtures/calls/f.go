package p

//go:noinline
func goes() {}

// Goes keeps goes.
func Goes() { goes() }
