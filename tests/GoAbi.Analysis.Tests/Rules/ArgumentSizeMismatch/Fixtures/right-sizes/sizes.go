// Package sizes has TEXTs whose sizes are right, in all the ways to write them.
package sizes

func padded(x [7]byte) byte
func unpadded(x [7]byte) byte
func between(x [7]byte) byte
func nosplit(x []uint64) uint64
func numeric(x []uint64) uint64
func seven(x []uint64) uint64
func hex(x []uint64) uint64
func made(x int) int
func again(x int) int
func spaced(x int) int
func commented(x int) int
func chosen(x int) int
func negative(x int)
func variadic(x int, more ...int)
func nothing()
