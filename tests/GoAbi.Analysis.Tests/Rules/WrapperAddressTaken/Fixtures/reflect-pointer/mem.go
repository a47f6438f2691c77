package fixture

import "reflect"

func memcpy()

type copier func()

func Contains(pc uintptr) bool {
	return pc >= reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
}

func InParentheses(pc uintptr) bool {
	return pc >= reflect.ValueOf((memcpy)).Pointer() // want error "memcpy"
}

func Converted(pc uintptr) bool {
	return pc >= reflect.ValueOf(copier(memcpy)).Pointer() // want error "memcpy"
}

func OverSeveralLines(pc uintptr) bool {
	begin := reflect.
		ValueOf(
			memcpy, // want error "memcpy"
		).
		Pointer()
	return pc >= begin
}
