package sum

import "example.com/asked-in-assembly/cpu"

var hasAVX2 = cpu.X86.HasAVX2

func sum(p *byte)
func loaded(p *byte)
func wrong(p *byte)
func enter(p *byte)
func body(p *byte)

func Sum(p *byte) {
	sum(p)
	loaded(p)
	wrong(p) // want warning "wrong needs AVX2"
	enter(p) // want warning "enter needs AVX2 .VPADDD, sum_amd64.s:56."
}
