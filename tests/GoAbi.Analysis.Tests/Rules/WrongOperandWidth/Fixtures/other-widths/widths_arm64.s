#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-24
	MOVWU b+0(FP), R0 // want error "MOVWU reads 4 bytes at b.0.FP.; bool has 1"
	MOVD w+4(FP), R0 // want error "MOVD reads 8 bytes at w.4"
	MOVW d+8(FP), R0 // want warning "MOVW reads 4 bytes at d.8"
	LDP w+4(FP), (R0, R1) // want error "LDP reads 8 bytes at w.4"
	LDP p+16(FP), (R0, R1) // want error "LDP reads 16 bytes at p.16"
	FMOVQ d+8(FP), F0
	FMOVQ p+16(FP), F0 // want error "FMOVQ reads 16 bytes at p.16"
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	MOVD R0, c+8(FP) // want error "MOVD writes 8 bytes at c.8"
	MOVW R0, c+8(FP)
	MOVW R0, d+12(FP)
	RET

TEXT ·words(SB), NOSPLIT, $0-56
	MOVWU data_len+8(FP), R0 // want warning "slice len has 8"
	LDPW data+0(FP), (R0, R1) // want warning "LDPW reads 4 bytes at data.0"
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	FMOVS d_real+8(FP), F0 // want warning "real.complex128. has 8"
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	LDP x+0(FP), (R0, R1)
	LDPW x+0(FP), (R0, R1)
	LDP x_a+0(FP), (R0, R1) // want error "LDP reads 8 bytes at x_a.0"
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	FMOVD F0, ret+16(FP) // want warning "FMOVD writes 8 bytes at ret"
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	RET
