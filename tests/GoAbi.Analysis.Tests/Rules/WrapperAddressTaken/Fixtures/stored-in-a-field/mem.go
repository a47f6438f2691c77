package fixture

import "reflect"

func memcpy()

type Registers struct{ PC uintptr }

func Start(r *Registers) {
	r.PC = reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
}

func Literal() Registers {
	return Registers{PC: reflect.ValueOf(memcpy).Pointer()} // want warning "memcpy"
}

func Element(vectors []uintptr) {
	vectors[0] = reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
}

func Entry(vectors map[string]uintptr) {
	vectors["memcpy"] = reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
}
