//go:build amd64 || arm64
// +build amd64 arm64

package safecopy

import (
	"reflect"
	"unsafe"
)

// memcpy copies n bytes and returns how many are left: none, unless it faulted.
//
//go:noescape
func memcpy(dst, src unsafe.Pointer, n uintptr) (left uintptr)

// memcpyFault is where a fault inside memcpy resumes. It follows memcpy in the
// text, so its address is also the end of memcpy.
//
//go:noescape
func memcpyFault(dst, src unsafe.Pointer, n uintptr) (left uintptr)

// handleFault is what the signal handler does with the PC that the kernel reports:
// it returns the PC to resume at, or 0 for a fault that is not memcpy's.
func handleFault(pc uintptr) (resume uintptr)

// faultPC returns the PC that a fault inside memcpy has.
func faultPC() uintptr

// The range of memcpy's text. The signal handler reads both.
var (
	memcpyBegin uintptr
	memcpyEnd   uintptr
)

func init() {
	// With ABI wrappers these are the wrappers' addresses: a range with no
	// instruction of memcpy in it.
	memcpyBegin = reflect.ValueOf(memcpy).Pointer()
	memcpyEnd = reflect.ValueOf(memcpyFault).Pointer()
}

// FaultRecognised says whether the signal handler knows a fault inside memcpy for what it is.
func FaultRecognised() bool {
	return handleFault(faultPC()) != 0
}

// FaultInRange asks the same of Go code.
func FaultInRange() bool {
	return inRange(faultPC())
}

func inRange(pc uintptr) bool {
	return memcpyBegin <= pc && pc < memcpyEnd
}
