//go:build !go1.21

#include "textflag.h"

TEXT ·add(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX
	ADDQ b+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

TEXT ·sum<ABIInternal>(SB), NOSPLIT, $0-32
	MOVQ BX, AX
	RET

// Arrays of more than one element stay on the stack.
TEXT ·many<ABIInternal>(SB), NOSPLIT, $0-32
	MOVQ a_0+0(FP), BX
	MOVQ a_1+8(FP), BX
	RET

// The caller has reserved room to keep registers in.
TEXT ·spilled<ABIInternal>(SB), NOSPLIT, $0-24
	MOVQ AX, a+0(FP)
	XORL AX, AX
	ADDQ a+0(FP), AX
	RET
