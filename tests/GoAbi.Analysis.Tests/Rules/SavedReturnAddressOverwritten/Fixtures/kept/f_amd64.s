#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $24-0
	MOVQ AX, 16(SP)
	MOVQ 24(SP), BX
	MOVQ 32(SP), CX
	MOVQ BX, 24(SP)
	RET

TEXT ·epilogue(SB), NOSPLIT, $16-0
	ADDQ $16, SP
	POPQ BP
	PUSHQ AX
	POPQ AX
	JMP ·f(SB)
