// Package names has arguments of every kind.
package names

type pair struct {
	s string
	n [2]int32
}

func kinds(data []byte, s string, i interface{}, e error, c complex64, p pair) int
func unnamed([]byte, int) (int, error)
func offset(data []byte, n int)
func moved(n int)
func blank(_ int, n int) (_ int)
func whole(n int)
