// Package deep has NOSPLIT functions whose calls the linker doesn't follow.
package deep

func run()
func through()
