package fixture

import "reflect"

// Never built where memcpy is assembly.
func ContainsOnArm(pc uintptr) bool {
	return pc >= reflect.ValueOf(memcpy).Pointer()
}
