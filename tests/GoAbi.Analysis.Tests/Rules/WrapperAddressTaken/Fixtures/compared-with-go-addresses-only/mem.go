package fixture

import "reflect"

func memcpy()
func memset()

func plain() {}

// Both sides are what Go code gets, so equal functions are equal.
func Same() bool {
	return reflect.ValueOf(memcpy).Pointer() == reflect.ValueOf(memset).Pointer()
}

func SameAsPlain() bool {
	a := reflect.ValueOf(memcpy).Pointer()
	b := reflect.ValueOf(plain).Pointer()
	return a == b
}

func Exists() bool {
	return reflect.ValueOf(memcpy).Pointer() != 0
}
