//go:build amd64 || arm64
// +build amd64 arm64

package dispatch

import (
	"reflect"
	"runtime"
	"unsafe"
)

// The entries are made by the EXCEPTION macro. They are not called from Go.
func divideError()
func breakpoint()
func pageFault()

// raise calls a vector as the CPU would, with an error code on the stack, reports the
// trap, and returns the code that the entry found.
func raise(trap, code uintptr) (found uintptr)

// isBreakpoint compares an address with that of breakpoint.
func isBreakpoint(pc uintptr) bool

func mix(a, b uint64) uint64
func countTrap()

// vectors holds the entries' code addresses, for raise.
var vectors [3]uintptr

func init() {
	// What a func value points at begins with the address of its code: with
	// ABI wrappers, that of the wrapper.
	f := divideError
	vectors[DivideError] = **(**uintptr)(unsafe.Pointer(&f))
	g := breakpoint
	vectors[Breakpoint] = **(**uintptr)(unsafe.Pointer(&g))
	vectors[PageFault] = reflect.ValueOf(pageFault).Pointer()
}

// Raise raises a trap and returns the error code that its entry found.
func Raise(trap int, code uintptr) uintptr {
	return raise(uintptr(trap), code)
}

// BreakpointRecognised says whether the breakpoint vector is the breakpoint entry to assembly.
func BreakpointRecognised() bool {
	return isBreakpoint(vectors[Breakpoint])
}

// BreakpointName names the entry. A wrapper has the name of what it wraps, so this
// use of the address is right as it is.
func BreakpointName() string {
	return runtime.FuncForPC(reflect.ValueOf(breakpoint).Pointer()).Name()
}
