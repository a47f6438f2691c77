// Package keep has assembly that keeps pointers, or of which it can't be told.
package keep

import "unsafe"

type node struct {
	next *node
	n    int
}

var last *node

func store(p *node)
func link(p, q *node)
func result(p *node) *node
func inner(p *node) *node
func difference(p, q *byte) int
func called(p *node)
func system(p *byte)
func traps(p *byte)
func copied(dst, src unsafe.Pointer, n int)
func address(p *node)
func throughFrame(p *node) uintptr
func jumps(p *node)
func swap(p *node)
func noPointer(n int) int

//go:noescape
func said(p *node) int
