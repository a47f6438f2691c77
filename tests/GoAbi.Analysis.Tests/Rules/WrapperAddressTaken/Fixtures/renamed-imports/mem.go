package fixture

import (
	mirror "reflect"
	raw "unsafe"
)

func memcpy()

func Reflected(pc uintptr) bool {
	return pc >= mirror.ValueOf(memcpy).Pointer() // want error "memcpy"
}

func Dereferenced(pc uintptr) bool {
	f := memcpy // want error "memcpy"
	return pc >= **(**uintptr)(raw.Pointer(&f))
}
