package sum

import "example.com/nothing-is-asked/cpu"

//go:noescape
func avx2(p *byte)

func Sum(p *byte) {
	avx2(p) // want warning "avx2 needs AVX2 .VPADDD.*nothing on the way"
}

// Through a func value, and through a function that anybody calls.
func Pick() func(*byte) {
	return avx2 // want warning "avx2 needs AVX2"
}

func inner(p *byte) {
	avx2(p) // want warning "avx2 needs AVX2"
}

func Guarded(p *byte) {
	if cpu.X86.HasAVX2 {
		inner(p)
	}
}

func Unguarded(p *byte) {
	inner(p)
}

// The condition is the wrong way round.
func Wrong(p *byte) {
	if cpu.X86.HasAVX2 {
		return
	}
	avx2(p) // want warning "avx2 needs AVX2"
}

// One of the two is enough to get there.
func Either(p *byte) {
	if cpu.X86.HasAVX2 || cpu.X86.HasBMI2 {
		avx2(p) // want warning "avx2 needs AVX2"
	}
}

func ByLength(p []byte) {
	if len(p) >= 32 {
		avx2(&p[0]) // want warning "avx2 needs AVX2"
	}
}
