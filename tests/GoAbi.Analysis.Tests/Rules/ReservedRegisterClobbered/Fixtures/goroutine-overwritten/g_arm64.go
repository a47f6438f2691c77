// Package g has assembly that overwrites the goroutine's register.
package g

func lost(n uint64) uint64
func lostAtCall(n uint64) uint64
func encoded(n uint64) uint64
func restored(n uint64) uint64
func fromCompiler(n uint64) uint64
