// Package r18 has assembly that uses the register of the system.
package r18

func sum(n uint64) uint64
