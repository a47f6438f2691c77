//go:build amd64 || arm64
// +build amd64 arm64

// Package trampoline holds the code that is put into guests.
package trampoline

// Entry is copied into a guest and runs there: it calls the host.
func Entry()

// FirstWord returns the first four bytes of Entry's code.
func FirstWord() uint32
