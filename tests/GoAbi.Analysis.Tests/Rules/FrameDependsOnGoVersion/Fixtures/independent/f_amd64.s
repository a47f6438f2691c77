#include "textflag.h"

TEXT ·names(SB), NOSPLIT, $0-8
	MOVQ x+0(FP), AX
	CALL ·handle(SB)
	RET

TEXT ·noframe(SB), NOSPLIT|NOFRAME, $0-0
	CALL  ·handle(SB)
	IRETQ

TEXT ·framed(SB), NOSPLIT, $8-0
	MOVQ 24(SP), AX
	CALL ·handle(SB)
	RET

TEXT ·leaf(SB), NOSPLIT, $0-0
	MOVQ 0(SP), AX
	RET

TEXT ·reserves(SB), NOSPLIT, $0-0
	SUBQ $16, SP
	MOVQ AX, 8(SP)
	CALL ·handle(SB)
	ADDQ $16, SP
	RET
