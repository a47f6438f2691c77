#include "textflag.h"

TEXT ·use(SB), NOSPLIT, $0-16
	MOVD g, R3
	MOVD n+0(FP), R27
	MOVD R27, ret+8(FP)
	RET

TEXT ·noValueToLose(SB), NOSPLIT, $0-16
	MOVD n+0(FP), R27
	MOVD R27, R1
	MOVD ·scale(SB), R2
	MUL  R1, R2, R2
	MOVD n+0(FP), R27
	ADD  R27, R2
	MOVD R2, ret+8(FP)
	RET
