package fixture

import (
	"reflect"
	"runtime"
)

func memcpy()

func Address() uintptr {
	return reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
}

// One harmless use does not excuse another.
func NameAndAddress() (string, uintptr) {
	pc := reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
	return runtime.FuncForPC(pc).Name(), pc
}
