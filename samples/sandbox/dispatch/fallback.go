//go:build !amd64 && !arm64
// +build !amd64,!arm64

package dispatch

import "sync/atomic"

// Raise has no entries to go through here.
func Raise(trap int, code uintptr) uintptr {
	countTrap()
	report(uintptr(trap))
	return code
}

// BreakpointRecognised is true here: no assembly has another idea of the address.
func BreakpointRecognised() bool { return true }

// BreakpointName is the name that the entry would have.
func BreakpointName() string { return "example.com/sandbox/dispatch.breakpoint" }

func mix(a, b uint64) uint64 { return a + b }

func countTrap() { atomic.AddUint32(&traps, 1) }
