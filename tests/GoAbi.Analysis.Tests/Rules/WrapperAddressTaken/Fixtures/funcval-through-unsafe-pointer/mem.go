package fixture

import "unsafe"

func memcpy()

func Contains(pc uintptr) bool {
	f := memcpy // want error "memcpy"
	return pc >= *(*uintptr)(*(*unsafe.Pointer)(unsafe.Pointer(&f)))
}
