package fixture

import (
	"reflect"
	_ "unsafe" // for go:linkname
)

// No body, and yet a Go function.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

func Contains(pc uintptr) bool {
	return pc >= reflect.ValueOf(nanotime).Pointer()
}
