#include "textflag.h"

// By registers that nothing else names.
TEXT ·lo(SB), NOSPLIT, $0-8
	MOVV p+0(FP), R2
	MOVV R2, LO
	MOVV LO, R3
	MOVV $·g(SB), R4
	MOVV R3, (R4)
	RET

TEXT ·hi(SB), NOSPLIT, $0-8
	MOVV p+0(FP), R2
	MULVU R2, R5
	MOVV HI, R3
	MOVV $·g(SB), R4
	MOVV R3, (R4)
	RET

TEXT ·m(SB), NOSPLIT, $0-8
	MOVV p+0(FP), R2
	MOVV R2, M1
	RET

TEXT ·other(SB), NOSPLIT, $0-8
	MOVV p+0(FP), R2
	MOVV R2, ·g(SB)
	RET
