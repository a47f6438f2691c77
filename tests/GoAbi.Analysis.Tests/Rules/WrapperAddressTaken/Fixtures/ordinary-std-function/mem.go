package fixture

import (
	"reflect"
	"strings"
)

func memcpy()

// A Go function in every release: its address has no second meaning.
func Contains(pc uintptr) bool {
	memcpy()
	return pc >= reflect.ValueOf(strings.ToUpper).Pointer()
}
