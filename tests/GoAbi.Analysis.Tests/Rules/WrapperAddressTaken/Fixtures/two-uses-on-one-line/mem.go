package fixture

import "reflect"

func copyBegin()
func copyEnd()

func Contains(pc uintptr) bool {
	begin, end := reflect.ValueOf(copyBegin).Pointer(), reflect.ValueOf(copyEnd).Pointer() // want error "copyBegin" error "copyEnd"
	return begin <= pc && pc < end
}
