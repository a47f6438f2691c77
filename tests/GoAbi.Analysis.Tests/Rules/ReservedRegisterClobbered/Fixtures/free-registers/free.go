// Package free has assembly that uses registers that are free under ABI0.
package free

var scale uint64 = 3

func use(n uint64) uint64
func noValueToLose(n uint64) uint64
