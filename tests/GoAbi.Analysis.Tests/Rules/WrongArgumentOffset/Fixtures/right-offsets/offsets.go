// Package offsets has arguments at offsets that are easily mistaken.
package offsets

func index(s []byte, c byte) (n int)
func halves(x uint64, b bool)
func macros(a, b int)
func same(a, b int)
