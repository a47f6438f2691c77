package sum

import "example.com/bmi2-behind-avx2/cpu"

//go:noescape
func mixed(p *byte)

var useAVX2 = cpu.X86.HasAVX2

func Sum(p *byte) {
	if useAVX2 {
		mixed(p) // want warning "^mixed needs BMI2 .RORXQ, sum_amd64.s:9., and what is asked for on the way to it is only AVX2$"
	}
}

func Right(p *byte) {
	if cpu.X86.HasAVX2 && cpu.X86.HasBMI2 {
		mixed(p)
	}
}
