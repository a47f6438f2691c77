package sum

import "example.com/groups-of-avx512/cpu"

func bytes(p *byte)
func narrow(p *byte)

func Sum(p *byte) {
	if cpu.X86.HasAVX512F {
		bytes(p)  // want warning "bytes needs AVX512BW .VPADDB"
		narrow(p) // want warning "narrow needs AVX512VL .VMOVDQU64"
	}
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL {
		bytes(p)
		narrow(p)
	}
}
