#include "textflag.h"

TEXT ·index(SB), NOSPLIT, $0-40
	LDP s_base+0(FP), (R0, R1)
	MOVD $n-8(FP), R2 // the caller's stack pointer
	MOVD ZR, n+32(FP)
	RET

TEXT ·halves(SB), NOSPLIT, $0-9
	RET

TEXT ·macros(SB), NOSPLIT, $0-16
	RET

TEXT ·same(SB), NOSPLIT, $0-16
	LDP a+0(FP), (R0, R1)
	RET
