// Package r15 has assembly that keeps a value in R15 over an access to a global variable.
package r15

var scale uint64 = 3

func scaled(n uint64) uint64
func writtenFirst(n uint64) uint64
func ofThisFile(n uint64) uint64
