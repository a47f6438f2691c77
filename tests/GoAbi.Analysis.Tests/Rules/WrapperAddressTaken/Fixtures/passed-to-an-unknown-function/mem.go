package fixture

import "reflect"

func memcpy()

type Visitor interface{ Visit(pc uintptr) }

func FuncValue(visit func(pc uintptr)) {
	visit(reflect.ValueOf(memcpy).Pointer()) // want warning "memcpy"
}

func Interface(v Visitor) {
	pc := reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
	v.Visit(pc)
}

func Channel(pcs chan<- uintptr) {
	pcs <- reflect.ValueOf(memcpy).Pointer() // want warning "memcpy"
}
