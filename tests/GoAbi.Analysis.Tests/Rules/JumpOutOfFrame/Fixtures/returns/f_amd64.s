#include "textflag.h"

TEXT ·f(SB), $16-8
	CALL ·slow(SB)
	RET  ·slow(SB)

TEXT ·byHand(SB), NOSPLIT, $16-8
	MOVQ 16(SP), BP
	ADDQ $24, SP
	JMP  ·slow(SB)

TEXT ·frameless(SB), NOSPLIT, $0-8
	JMP ·slow(SB)

TEXT ·slow(SB), NOSPLIT, $0-8
	RET
