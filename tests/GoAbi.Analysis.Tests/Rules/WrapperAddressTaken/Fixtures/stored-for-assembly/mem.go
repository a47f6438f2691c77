package fixture

import "reflect"

func memcpy()
func memcpyEnd()
func handler()

// All three are read by handler, and begin and end by nothing else.
var (
	begin   = reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
	end     uintptr
	vectors [2]uintptr
)

func init() {
	end = reflect.ValueOf(memcpyEnd).Pointer()     // want error "memcpyEnd"
	vectors[0] = reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
}

// vectors[1] is a Go function's: no assembly entry is meant.
func init() {
	vectors[1] = reflect.ValueOf(plain).Pointer()
}

func plain() {}
