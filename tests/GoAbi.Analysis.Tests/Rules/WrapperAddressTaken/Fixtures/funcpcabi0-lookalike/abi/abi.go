// Package abi has the name of the toolchain's package, and none of its powers.
package abi

import "unsafe"

// FuncPCABI0 returns what any Go code gets: the wrapper's address. The compiler
// knows the real one by its import path.
func FuncPCABI0(f func()) uintptr {
	return **(**uintptr)(unsafe.Pointer(&f))
}
