// Package other has a function that its importer defines.
package other

// Nothing does nothing.
func Nothing() {}
