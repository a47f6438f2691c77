#include "textflag.h"

TEXT ·add(SB), NOSPLIT, $0-24
	MOVD p+0(FP), R0
	MOVD n+8(FP), R1
	LDADDALD R1, (R0), R2
	MOVD R2, ret+16(FP)
	RET

TEXT ·asks(SB), NOSPLIT, $0-24
	MOVD p+0(FP), R0
	MOVD n+8(FP), R1
	MOVBU ·hasAtomics(SB), R4
	CBZ R4, loop
	LDADDALD R1, (R0), R2
	MOVD R2, ret+16(FP)
	RET

loop:
	LDAXR (R0), R2
	ADD R1, R2, R3
	STLXR R3, (R0), R5
	CBNZ R5, loop
	MOVD R2, ret+16(FP)
	RET
