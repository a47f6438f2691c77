// Package sizes has TEXTs whose sizes are not those of the declarations.
package sizes

func sum(x []uint64) uint64
func bare(x []uint64) uint64
func hex(x []uint64) uint64
func macro(x []uint64) uint64
func zero(x []uint64) uint64
func numeric(x []uint64) uint64
func variadic(x int, more ...int)
func made(x int) int
func ofMacro(x int) int
