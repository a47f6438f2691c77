package fixture

import (
	"reflect"
	"unsafe"
)

func handler()
func install(vector, entry uintptr)

func Direct() {
	install(3, reflect.ValueOf(handler).Pointer()) // want error "handler"
}

func ThroughAVariable() {
	f := handler // want error "handler"
	entry := **(**uintptr)(unsafe.Pointer(&f))
	install(3, entry)
}
