// Package example has the path of a package whose assembly may select an ABI, up to Go 1.20.
package example
