#include "textflag.h"

TEXT ·lost(SB), NOSPLIT, $0-16
	MOVD n+0(FP), R0 // want error "R0 has to be zero at every call and return, and is overwritten here"
	MOVD $1, R3
	MOVD R3, ret+8(FP)
	RET

TEXT ·cleared(SB), NOSPLIT, $0-16
	MOVD n+0(FP), R0
	MOVD R0, R4
	XOR  R0, R0
	MOVD R4, ret+8(FP)
	RET
