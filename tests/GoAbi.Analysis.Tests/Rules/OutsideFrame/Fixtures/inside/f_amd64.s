#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $32-8
	MOVQ    x+0(FP), AX
	MOVQ    AX, 0(SP)
	VMOVDQU Y0, x-32(SP)
	LEAQ    x-32(SP), DI
	MOVQ    AX, 24(DI)
	LEAQ    -8(SP), SI
	RET

TEXT ·pushes(SB), NOSPLIT, $0-0
	PUSHQ AX
	MOVQ  BX, 0(SP)
	POPQ  AX
	MOVQ  0(SP), CX
	RET
