package fixture

import "reflect"

func memcpy()

var _ = memcpy

func Blank() {
	_ = memcpy
	_ = reflect.ValueOf(memcpy).Pointer()
}
