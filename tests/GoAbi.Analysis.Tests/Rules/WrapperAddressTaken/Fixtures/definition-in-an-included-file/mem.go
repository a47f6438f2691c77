package fixture

import "reflect"

func memcpy()

func Contains(pc uintptr) bool {
	return pc >= reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
}
