package fixture

import "unsafe"

func memcpy()

func Contains(pc uintptr) bool {
	var i interface{} = memcpy // want error "memcpy"
	return pc >= **(**uintptr)(unsafe.Pointer(uintptr(unsafe.Pointer(&i)) + 8))
}

func BySize(pc uintptr) bool {
	var i interface{}
	i = memcpy // want error "memcpy"
	return pc >= **(**uintptr)(unsafe.Pointer(uintptr(unsafe.Pointer(&i)) + unsafe.Sizeof(uintptr(0))))
}
