package fixture

import (
	"reflect"
	"runtime"
	"unsafe"
)

func memcpy()

// A wrapper has the name of the function that it wraps.
func Name() string {
	return runtime.FuncForPC(reflect.ValueOf(memcpy).Pointer()).Name()
}

func InSteps() string {
	f := memcpy
	pc := **(**uintptr)(unsafe.Pointer(&f))
	fn := runtime.FuncForPC(pc)
	return fn.Name()
}
