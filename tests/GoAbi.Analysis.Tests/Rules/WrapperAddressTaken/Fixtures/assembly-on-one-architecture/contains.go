package fixture

import "reflect"

// The file belongs to every architecture; memcpy is assembly on amd64 only.
func Contains(pc uintptr) bool {
	return pc >= reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
}
