// Package area has assembly whose frames are too small for what it calls.
package area

func sum(a, b int) int { return a + b }

func twice(x int) int
func noFrame(x int) int
func pushed(x int) int
func throughRegister(x int) int
func ofAssembly(x int) int
func large(x int) int
