#include "textflag.h"

TEXT ·scaled(SB), NOSPLIT, $0-12
	MOVWU n+0(FP), R30
	MOVWU ·scale(SB), R4
	MULV  R4, R30, R5 // want error "R30 no longer holds"
	MOVW  R5, ret+8(FP)
	RET

TEXT ·storedItself(SB), NOSPLIT, $0-4
	MOVW n+0(FP), R30
	MOVW R30, ·scale(SB) // want error "R30 is the assembler's: the address of the global variable overwrites it"
	RET
