package fixture

import "reflect"

func divideError()
func pageFault()

func IsEntry(pc uintptr) bool {
	return pc == reflect.ValueOf(divideError).Pointer() || // want error "divideError"
		pc == reflect.ValueOf(pageFault).Pointer() // want error "pageFault"
}
