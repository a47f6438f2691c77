#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-24
	MOVW b+0(FP), AX // want warning "MOVW reads 2 bytes at b.0.FP.; bool has 1"
	MOVQ h+2(FP), AX // want error "MOVQ reads 8 bytes at h.2.FP.; int16 has 2"
	MOVQ w+4(FP), AX // want error "MOVQ reads 8 bytes at w.4.FP.; uint32 has 4"
	MOVB w+4(FP), AX // want warning "MOVB reads 1 bytes at w.4.FP.; uint32 has 4"
	MOVL d+8(FP), AX // want warning "MOVL reads 4 bytes at d.8.FP.; int64 has 8"
	CMPL p+16(FP), $0 // want warning "CMPL reads 4 bytes"
	MOVD w+4(FP), X0 // want error "MOVD reads 8 bytes at w.4"
	VMOVDQU d+8(FP), Y0 // want error "VMOVDQU reads 32 bytes at d.8"
	VPBROADCASTD d+8(FP), Y0 // want warning "VPBROADCASTD reads 4 bytes at d.8"
	MOVQ b+0(FP), AX; MOVL p+16(FP), BX // want error "MOVQ reads 8 bytes at b" warning "MOVL reads 4 bytes at p"
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	MOVQ a+0(FP), AX // want error "MOVQ reads 8 bytes at a.0.FP.; uint32 has 4"
	MOVQ AX, c+8(FP) // want error "MOVQ writes 8 bytes at c.8.FP.; uint32 has 4"
	MOVW AX, d+12(FP) // want error "MOVW writes 2 bytes at d.12.FP.; uint32 has 4"
	SETEQ d+12(FP) // want error "SETEQ writes 1 bytes"
	MOVOU X0, c+8(FP) // want error "MOVOU writes 16 bytes"
	MOVL AX, c+8(FP)
	MOVL AX, d+12(FP)
	RET

#define LOAD(x, r) MOVL x+0(FP), r
TEXT ·words(SB), NOSPLIT, $0-56
	LOAD(data, AX) // want warning "MOVL reads 4 bytes at data.0.FP.; slice base has 8"
	MOVL data_len+8(FP), AX // want warning "slice len has 8"
	MOVW s+24(FP), AX // want warning "string base has 8"
	MOVL e+40(FP), AX // want warning "interface itable has 8"
	VMOVDQU Y0, e+40(FP) // want error "VMOVDQU writes 32 bytes"
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	MOVSS c+0(FP), X0 // want warning "MOVSS reads 4 bytes at c.0.FP.; complex64 has 8"
	MOVSD c_real+0(FP), X0 // want error "MOVSD reads 8 bytes at c_real.0"
	MOVOU c+0(FP), X0 // want error "MOVOU reads 16 bytes at c.0.FP.; complex64 has 8"
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	MOVL x+0(FP), AX // want warning "MOVL reads 4 bytes at x.0.FP.; .*small has 8"
	MOVQ x_a+0(FP), AX // want error "MOVQ reads 8 bytes at x_a.0.FP.; int32 has 4"
	MOVQ y+8(FP), AX // want warning "MOVQ reads 8 bytes at y.8.FP.; .4.uint64 has 32"
	MOVQ AX, y+8(FP) // want warning "MOVQ writes 8 bytes at y.8"
	MOVL AX, y_1+16(FP) // want error "MOVL writes 4 bytes at y_1.16"
	MOVL AX, y_2+24(FP) // want warning "MOVL writes 4 bytes at y_2.24"
	MOVL DX, y_2+28(FP) // by halves, which is GOABI2004
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	MOVSD a+0(FP), X0
	MOVSD X0, ret+16(FP) // want warning "MOVSD writes 8 bytes at ret.16.FP.; float32 has 4"
	RET

// Behind the last argument is padding.
TEXT ·last(SB), NOSPLIT, $0-4
	MOVQ n+0(FP), AX // want warning "MOVQ reads 8 bytes at n.0.FP.; int32 has 4"
	RET
