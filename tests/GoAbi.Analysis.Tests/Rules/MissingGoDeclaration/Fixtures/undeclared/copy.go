// Package copy has assembly that no declaration names.
package copy

import "unsafe"

func memcpy(dst, src unsafe.Pointer, n uintptr)
