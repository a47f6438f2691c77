// Package inside has assembly that stays in its arguments.
package inside

func first(p *[4]uint64) uint64
func odd(n int32) bool
