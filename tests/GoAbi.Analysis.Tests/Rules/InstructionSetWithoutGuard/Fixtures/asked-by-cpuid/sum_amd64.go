package sum

import "example.com/asked-by-cpuid/cpuid"

func mixed(p *byte)

func Sum(p *byte) {
	if cpuid.CPU.Has(cpuid.AVX2) {
		mixed(p) // want warning "needs BMI2.*only AVX2"
	}
	if cpuid.CPU.Supports(cpuid.AVX2, cpuid.LZCNT) {
		mixed(p) // want warning "needs BMI2.*only AVX2, LZCNT"
	}
	if cpuid.CPU.Supports(cpuid.AVX2, cpuid.BMI2) {
		mixed(p)
	}
}
