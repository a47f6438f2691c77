package fixture

import "unsafe"

func memcpy()

func plain() {}

func Contains(pc uintptr, fast bool) bool {
	f := plain
	if fast {
		f = memcpy // want error "memcpy"
	}
	return pc >= **(**uintptr)(unsafe.Pointer(&f))
}
