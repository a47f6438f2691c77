// Package safecopy copies memory that may not be there, such as a guest's: a fault
// during the copy ends the copy and not the program.
package safecopy

import "unsafe"

// Copy copies src over dst and returns how many bytes are left when a fault ended it.
func Copy(dst, src []byte) (left int) {
	n := len(src)
	if len(dst) < n {
		n = len(dst)
	}
	if n == 0 {
		return 0
	}
	return int(memcpy(unsafe.Pointer(&dst[0]), unsafe.Pointer(&src[0]), uintptr(n)))
}
