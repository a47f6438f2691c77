#include "textflag.h"

// R14 and X15 mean something in ABIInternal code only.
TEXT ·use(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), R14
	MOVQ R14, X15
	PADDQ X15, X15
	MOVQ X15, ret+8(FP)
	RET

TEXT ·noValueToLose(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), R15
	MOVQ R15, AX
	MOVQ ·scale(SB), CX
	IMULQ CX, AX
	MOVQ AX, ret+8(FP)
	RET
