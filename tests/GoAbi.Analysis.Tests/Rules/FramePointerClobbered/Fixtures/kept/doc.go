// Package p is only assembly on some machines.
package p
