// Package cpu stands in for golang.org/x/sys/cpu.
package cpu

// X86 says what the processor has.
var X86 struct {
	HasAVX2, HasBMI1, HasBMI2, HasAVX512F, HasAVX512BW, HasAVX512VL, HasPOPCNT, HasSSE41 bool
}

// ARM64 says what the processor has.
var ARM64 struct {
	HasATOMICS, HasSHA2, HasAES bool
}
