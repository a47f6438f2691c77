//go:build !go1.21

package kept

func add(a, b int) int
func sum(x []int) int
func many(a [2]int, b int) int
func spilled(a, b int) int
