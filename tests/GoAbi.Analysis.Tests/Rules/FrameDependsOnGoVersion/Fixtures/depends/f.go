package p

//go:noinline
func handle() {}

// Handle keeps handle.
func Handle() { handle() }
