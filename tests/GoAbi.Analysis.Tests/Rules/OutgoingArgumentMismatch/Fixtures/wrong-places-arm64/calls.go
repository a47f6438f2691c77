//go:build arm64 || riscv64

// Package calls has assembly that counts from the stack pointer, where the return address is.
package calls

func add(a, b int) int { return a + b }

func caller(n int) int
func pairs(n int) int
