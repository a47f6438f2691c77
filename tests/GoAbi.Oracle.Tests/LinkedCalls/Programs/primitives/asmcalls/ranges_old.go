//go:build !go1.23

package asmcalls

// Each yields nothing.
func Each(yield func(int64) bool)

func ranges() { Each(nil) }
