// Package area has assembly whose frames are too small for what it calls.
package area

import "strings"

func sum(a, b int) int { return a + b + strings.Count("", "") }

func twice(x int) int
func aligned(x int)
func one(x int)

func show(x int) { println(x) }
