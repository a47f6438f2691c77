package fixture

import "unsafe"

func memcpy()

// This is the address of the func value's read-only word, which is data. No
// address of code comes into it, so a stub would change what it means.
func Funcval(address uintptr) bool {
	f := memcpy
	return address == *(*uintptr)(unsafe.Pointer(&f))
}
