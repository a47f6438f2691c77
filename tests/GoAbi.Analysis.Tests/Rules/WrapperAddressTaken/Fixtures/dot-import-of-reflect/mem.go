package fixture

import . "reflect"

func memcpy()

func Contains(pc uintptr) bool {
	return pc >= ValueOf(memcpy).Pointer() // want error "memcpy"
}
