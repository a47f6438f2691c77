//go:build !go1.21 && (amd64 || arm64)

package example

func add(a, b int) int
func zero(a int) int
func saves(a int) int
func calls(a int) int

// Under ABI0 nothing is in registers.
func plain(a int) int
