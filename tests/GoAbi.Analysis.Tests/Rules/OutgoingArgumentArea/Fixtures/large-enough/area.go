//go:build amd64 || 386

// Package area has assembly whose frames have place for what it calls.
package area

func sum(a, b int) int { return a + b }

func nothing() {}

func twice(x int) int
func leaves(x int) int
