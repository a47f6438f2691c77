#include "textflag.h"
#include "funcdata.h"

TEXT ·twice(SB), 0, $24-16
	NO_LOCAL_POINTERS
	MOVQ x+0(FP), AX
	MOVQ AX, 0(SP)
	MOVQ AX, 8(SP)
	CALL ·sum(SB)
	MOVQ 16(SP), AX
	MOVQ AX, ret+8(FP)
	RET

// A jump leaves the function's own arguments to the other.
TEXT ·leaves(SB), NOSPLIT, $0-16
	CALL ·nothing(SB)
	JMP  ·twice(SB)
