package fixture

import "reflect"

func memcpy()

func Contains(pc uintptr) bool {
	return pc >= uintptr(reflect.ValueOf(memcpy).UnsafePointer()) // want error "memcpy"
}
