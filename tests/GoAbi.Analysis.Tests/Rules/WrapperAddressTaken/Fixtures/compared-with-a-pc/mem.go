package fixture

import "reflect"

func memcpy()
func memcpyEnd()
func faultPC() (pc uintptr)

// Registers are what a kernel or a debugger reports.
type Registers struct{ PC uint64 }

func Parameter(pc uintptr) bool {
	begin := reflect.ValueOf(memcpy).Pointer()  // want error "memcpy"
	end := reflect.ValueOf(memcpyEnd).Pointer() // want error "memcpyEnd"
	return begin <= pc && pc < end
}

func Case(pc uintptr) string {
	switch pc {
	case reflect.ValueOf(memcpy).Pointer(): // want error "memcpy"
		return "memcpy"
	}
	return ""
}

func Register(r *Registers) bool {
	return r.PC == uint64(reflect.ValueOf(memcpy).Pointer()) // want error "memcpy"
}

func FromAssembly() bool {
	return faultPC() == reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
}

func Offset(pc uintptr) bool {
	return pc-reflect.ValueOf(memcpy).Pointer() < 16 // want error "memcpy"
}
