// Package results has functions that return in several ways.
package results

func find(p *byte, n int, c byte) (i int, ok bool)
func name(n int) (s string)
func second(n int) (int, int)
func loop(n int) int
func read(n int) int
func table(n int) int
