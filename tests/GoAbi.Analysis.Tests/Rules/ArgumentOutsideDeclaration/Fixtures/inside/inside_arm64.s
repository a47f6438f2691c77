#include "textflag.h"

TEXT ·first(SB), NOSPLIT, $0-16
	MOVD R0, ret+8(FP)
	MOVD $ret-8(FP), R1 // the caller's stack pointer
	MOVD $caller-8(FP), R1
	RET

TEXT ·odd(SB), NOSPLIT, $0-9
	MOVB R0, ret+8(FP)
	RET
