package fixture

import (
	"reflect"
	"unsafe"
)

func useStatic()

func plain() {}

type copier struct{}

func (copier) copy() {}

func Reflected(pc uintptr) bool {
	return pc >= reflect.ValueOf(plain).Pointer()
}

func Dereferenced(pc uintptr) bool {
	f := plain
	return pc >= **(**uintptr)(unsafe.Pointer(&f))
}

func Closure(pc uintptr) bool {
	return pc >= reflect.ValueOf(func() { useStatic() }).Pointer()
}

func MethodValue(pc uintptr) bool {
	return pc >= reflect.ValueOf(copier{}.copy).Pointer()
}
