package fixture

import "reflect"

func memcpy()

func Contains(pc uintptr) bool {
	v := reflect.ValueOf(memcpy) // want error "memcpy"
	return pc >= v.Pointer()
}

func DeclaredBefore(pc uintptr) bool {
	var v reflect.Value
	v = reflect.ValueOf(memcpy) // want error "memcpy"
	p := v.Pointer()
	begin := p
	return pc >= begin
}

func FunctionInAVariable(pc uintptr) bool {
	f := memcpy // want error "memcpy"
	return pc >= reflect.ValueOf(f).Pointer()
}

// No address is asked for.
func Kind() reflect.Kind {
	v := reflect.ValueOf(memcpy)
	return v.Kind()
}
