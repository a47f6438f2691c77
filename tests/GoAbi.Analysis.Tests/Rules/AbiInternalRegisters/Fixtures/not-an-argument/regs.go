//go:build !go1.21 && (amd64 || arm64)

package example

func add(a, b int) int
func addFloats(a float64, b int) float64
func stack(a [2]int, b int) int
