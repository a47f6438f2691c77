package fixture

import "unsafe"

func memcpy()

func Contains(pc uintptr) bool {
	var i interface{} = memcpy // want error "memcpy"
	words := *(*[2]unsafe.Pointer)(unsafe.Pointer(&i))
	return pc >= *(*uintptr)(words[1])
}

type eface struct {
	typ, data unsafe.Pointer
}

func AsAStruct(pc uintptr) bool {
	var i interface{} = memcpy // want error "memcpy"
	return pc >= *(*uintptr)((*eface)(unsafe.Pointer(&i)).data)
}
