package fixture

import (
	"reflect"
	"unsafe"
)

func trampoline()

func Copy(page []byte) {
	text := reflect.ValueOf(trampoline).Pointer() // want error "trampoline"
	copy(page, (*[16]byte)(unsafe.Pointer(text))[:])
}

func Array() [16]byte {
	return *(*[16]byte)(unsafe.Pointer(reflect.ValueOf(trampoline).Pointer())) // want error "trampoline"
}

func ByteByByte(page []byte) {
	text := reflect.ValueOf(trampoline).Pointer() // want error "trampoline"
	for i := range page {
		page[i] = *(*byte)(unsafe.Pointer(text + uintptr(i)))
	}
}

func Slice(page []byte) {
	text := reflect.ValueOf(trampoline).Pointer() // want error "trampoline"
	copy(page, unsafe.Slice((*byte)(unsafe.Pointer(text)), 16))
}
