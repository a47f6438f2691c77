#include "textflag.h"

// func memcpy(dst, src unsafe.Pointer, n uintptr) (left uintptr)
TEXT ·memcpy(SB), NOSPLIT|NOFRAME, $0-32
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ n+16(FP), CX
	REP; MOVSB // 15 bytes in; CX counts down, also up to a fault
	MOVQ CX, left+24(FP)
	RET

// Must follow memcpy. The frame is memcpy's, and CX is as the fault left it.
// func memcpyFault(dst, src unsafe.Pointer, n uintptr) (left uintptr)
TEXT ·memcpyFault(SB), NOSPLIT|NOFRAME, $0-32
	MOVQ CX, left+24(FP)
	RET

// func faultPC() uintptr
TEXT ·faultPC(SB), NOSPLIT, $0-8
	MOVQ $·memcpy+15(SB), AX
	MOVQ AX, ret+0(FP)
	RET
