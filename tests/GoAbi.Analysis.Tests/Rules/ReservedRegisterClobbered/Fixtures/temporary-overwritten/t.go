//go:build arm64 || arm || loong64

// Package t has assembly that keeps values where the assembler puts addresses.
package t

var scale uint32 = 3

func scaled(n uint32) uint32
func storedItself(n uint32)
