package fixture

import "reflect"

func memcpy()
func memcpyEnd()

var begin = reflect.ValueOf(memcpy).Pointer() // want error "memcpy"

var end uintptr

func init() {
	end = reflect.ValueOf(memcpyEnd).Pointer() // want error "memcpyEnd"
}

// Both variables are the package's own, and this is their only use.
func Contains(pc uintptr) bool {
	return begin <= pc && pc < end
}
