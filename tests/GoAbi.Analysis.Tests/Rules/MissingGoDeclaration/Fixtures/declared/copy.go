// Package copy has assembly with declarations, and some that needs none.
package copy

import (
	"unsafe"

	"example.com/declared/other"
)

func memcpy(dst, src unsafe.Pointer, n uintptr)

//go:linkname pulled example.com/declared/other.pushed
func pulled(n int)

// Use keeps the import.
func Use() { other.Nothing() }
