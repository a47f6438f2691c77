#include "textflag.h"
#include "funcdata.h"

TEXT ·twice(SB), 0, $0-8
	NO_LOCAL_POINTERS
	SUBL $12, SP
	MOVL AX, 0(SP)
	CALL ·sum(SB)
	ADDL $12, SP
	RET

TEXT ·leaves(SB), NOSPLIT, $0-8
	JMP ·twice(SB)
