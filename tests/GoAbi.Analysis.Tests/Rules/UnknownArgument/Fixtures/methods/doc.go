// Package methods has a method in assembly, which can't be where there are ABI wrappers. vet looks for a function of its name, and counts no receiver.
package methods
