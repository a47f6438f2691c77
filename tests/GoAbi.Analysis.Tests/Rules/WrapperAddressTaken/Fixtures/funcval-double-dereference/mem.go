package fixture

import "unsafe"

func memcpy()

func Contains(pc uintptr) bool {
	f := memcpy // want error "memcpy"
	return pc >= **(**uintptr)(unsafe.Pointer(&f))
}

func InTwoSteps(pc uintptr) bool {
	f := memcpy // want error "memcpy"
	funcval := *(**uintptr)(unsafe.Pointer(&f))
	return pc >= *funcval
}

// The variable is needed for the call also when the address comes from elsewhere.
func CalledToo(pc uintptr) bool {
	f := memcpy // want error "memcpy"
	f()
	return pc >= **(**uintptr)(unsafe.Pointer(&f))
}
