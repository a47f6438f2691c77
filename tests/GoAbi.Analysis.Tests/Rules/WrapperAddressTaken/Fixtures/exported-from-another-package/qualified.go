package fixture

import (
	"reflect"

	"example.com/exported-from-another-package/mem"
)

func Contains(pc uintptr) bool {
	return pc >= reflect.ValueOf(mem.Copy).Pointer() // want error "Copy"
}
