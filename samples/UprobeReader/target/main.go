// A program that does nothing but call a function with eleven arguments.
package main

import "time"

var calls int

//go:noinline
func longArgs(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 uint64) (sum uint64, name string) {
	calls++
	return a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11, "longArgs"
}

func main() {
	for i := 0; i < 300; i++ {
		longArgs(101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111)
		time.Sleep(100 * time.Millisecond)
	}
}
