package fixture

import "reflect"

func memcpy()

func Checker() func(pc uintptr) bool {
	begin := reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
	return func(pc uintptr) bool { return pc >= begin }
}
