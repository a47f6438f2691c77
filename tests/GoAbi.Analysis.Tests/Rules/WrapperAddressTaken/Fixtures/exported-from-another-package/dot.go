package fixture

import (
	"reflect"

	. "example.com/exported-from-another-package/mem"
)

func ContainsDot(pc uintptr) bool {
	return pc >= reflect.ValueOf(Copy).Pointer() // want error "Copy"
}
