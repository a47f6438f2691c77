package fixture

import "unsafe"

func memcpy()

var copyFunc = memcpy // want error "memcpy"

func Contains(pc uintptr) bool {
	return pc >= **(**uintptr)(unsafe.Pointer(&copyFunc))
}

// Only called, which is what the wrapper is for.
var callback = memcpy

func Call() { callback() }
