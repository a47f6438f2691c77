#include "textflag.h"

// R0 is what is below the arguments.
TEXT ·ldp3(SB), NOSPLIT, $0-16
	LDP 0(RSP), (R0, R1)
	MOVD $·g(SB), R2
	MOVD R1, (R2)
	RET

TEXT ·ldpw(SB), NOSPLIT, $0-16
	FLDPQ -8(RSP), (F0, F1)
	MOVD $·g(SB), R2
	FMOVQ F1, (R2)
	RET

// To a register of the system.
TEXT ·msr(SB), NOSPLIT, $0-8
	MOVD p+0(FP), R0
	MSR R0, TPIDR_EL0
	RET

TEXT ·idx(SB), NOSPLIT, $0-8
	MOVD (RSP)(R3), R0
	MOVD $·g(SB), R2
	MOVD R0, (R2)
	RET

TEXT ·fpp(SB), NOSPLIT, $16-8
	ADD R4, R29, R3
	MOVD (R3), R0
	MOVD $·g(SB), R2
	MOVD R0, (R2)
	RET

TEXT ·other(SB), NOSPLIT, $0-8
	MOVD p+0(FP), R0
	MOVD R0, ·g(SB)
	RET
