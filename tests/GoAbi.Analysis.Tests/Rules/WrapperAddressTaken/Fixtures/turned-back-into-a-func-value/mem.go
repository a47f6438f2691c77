package fixture

import (
	"reflect"
	"unsafe"
)

func memcpy()

// Go calls what it finds in a func value with the arguments in registers: only
// the wrapper's address is right there.
func Call() {
	code := reflect.ValueOf(memcpy).Pointer()
	funcval := &code
	f := *(*func())(unsafe.Pointer(&funcval))
	f()
}
