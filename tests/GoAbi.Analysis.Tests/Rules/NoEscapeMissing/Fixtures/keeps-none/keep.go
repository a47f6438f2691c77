// Package keep has assembly that keeps no pointer.
package keep

func sum(p []uint64) uint64 // want info "the assembly of sum keeps no pointer, neither p nor what it leads to: //go:noescape"

// fill has a comment.
func fill(dst *[64]byte, value byte) // want info "neither dst"

func length(s string) int // want info "neither s"
