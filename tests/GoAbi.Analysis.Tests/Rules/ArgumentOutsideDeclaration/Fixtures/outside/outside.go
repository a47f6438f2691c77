// Package outside has assembly that reaches over its arguments.
package outside

func first(p *[4]uint64) uint64
func none()
