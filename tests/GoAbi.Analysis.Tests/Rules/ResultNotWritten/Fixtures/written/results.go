// Package results has functions that return in several ways.
package results

func find(p *byte, n int, c byte) (i int, ok bool)
func name(n int) (s string)
func second(n int) (int, int)
func loop(n int) int
func read(n int) int
func table(n int) int

func tail(n int) int
func tailReturn(n int) int
func never(n int) int
func stops(n int) int
func ends(n int) int
func address(n int) int
func stack(n int) int
func hardware(n int) int
func both(n int) (c complex128)
func vector(n int) (s string)
func updated(n int) int
func none(n int) struct{}
func bytes(n int) int
func array(n int) [2]int

func done(n int) int { return n }
