#include "textflag.h"

TEXT ·scaled(SB), NOSPLIT, $0-12
	MOVWU n+0(FP), R27
	MOVWU ·scale(SB), R1
	MULW  R1, R27, R2 // want error "R27 no longer holds what was put there: the access to a global variable in line 5"
	MOVW  R2, ret+8(FP)
	RET

// The assembler itself refuses R27 as what is stored in a global variable.
TEXT ·storedItself(SB), NOSPLIT, $0-4
	MOVWU n+0(FP), R1
	MOVW  R1, ·scale(SB)
	RET
