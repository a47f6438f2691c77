package fixture

import (
	"unsafe"

	memory "example.com/exported-from-another-package/mem"
)

func ContainsRenamed(pc uintptr) bool {
	f := memory.Copy // want error "Copy"
	return pc >= **(**uintptr)(unsafe.Pointer(&f))
}
