package add

import "example.com/atomics-of-arm64/cpu"

var hasAtomics = cpu.ARM64.HasATOMICS

func add(p *uint64, n uint64) uint64
func asks(p *uint64, n uint64) uint64

func Add(p *uint64) uint64 {
	if hasAtomics {
		return add(p, 1)
	}
	return asks(p, 1)
}

func Unasked(p *uint64) uint64 {
	return add(p, 1) // want warning "add needs ATOMICS .LDADDALD"
}
