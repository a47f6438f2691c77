#include "textflag.h"

TEXT ·scaled(SB), NOSPLIT, $0-8
	MOVW n+0(FP), R11
	MOVW ·scale(SB), R1
	MUL  R1, R11, R2 // want error "R11 no longer holds"
	MOVW R2, ret+4(FP)
	RET

TEXT ·storedItself(SB), NOSPLIT, $0-4
	MOVW n+0(FP), R11
	MOVW ·scale(SB), R11
	MOVW R11, R2
	MOVW R2, ·scale(SB)
	RET
