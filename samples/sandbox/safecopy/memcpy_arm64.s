#include "textflag.h"

// func memcpy(dst, src unsafe.Pointer, n uintptr) (left uintptr)
TEXT ·memcpy(SB), NOSPLIT|NOFRAME, $0-32
	MOVD dst+0(FP), R0
	MOVD src+8(FP), R1
	MOVD n+16(FP), R2

loop:
	CBZ     R2, done
	MOVBU.P 1(R1), R3 // 16 bytes in; R2 counts down, also up to a fault
	MOVB.P  R3, 1(R0)
	SUB     $1, R2
	B       loop

done:
	MOVD R2, left+24(FP)
	RET

// Must follow memcpy. The frame is memcpy's, and R2 is as the fault left it.
// func memcpyFault(dst, src unsafe.Pointer, n uintptr) (left uintptr)
TEXT ·memcpyFault(SB), NOSPLIT|NOFRAME, $0-32
	MOVD R2, left+24(FP)
	RET

// func faultPC() uintptr
TEXT ·faultPC(SB), NOSPLIT, $0-8
	MOVD $·memcpy+16(SB), R0
	MOVD R0, ret+0(FP)
	RET
