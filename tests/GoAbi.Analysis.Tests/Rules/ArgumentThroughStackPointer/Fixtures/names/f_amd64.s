#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $32-16
	MOVQ x+0(FP), AX
	MOVQ AX, 8(SP)
	MOVQ 24(SP), BX
	MOVQ AX, ret+8(FP)
	RET

TEXT ·switched(SB), NOSPLIT, $0-8
	MOVQ SP, BX
	MOVQ to+0(FP), SP
	MOVQ 8(SP), AX
	MOVQ BX, SP
	RET
