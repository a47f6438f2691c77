#include "textflag.h"

TEXT ·pushes(SB), NOSPLIT, $16-0
	PUSHQ AX
	ADJSP $16
	ADJSP $-16
	POPQ  AX
	RET

TEXT ·compares(SB), NOSPLIT, $0-0
	CMPQ AX, SP
	RET
