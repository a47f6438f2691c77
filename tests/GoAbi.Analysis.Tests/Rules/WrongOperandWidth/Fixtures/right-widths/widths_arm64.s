#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-24
	MOVBU b+0(FP), R0
	MOVH h+2(FP), R0
	MOVWU w+4(FP), R0
	LDP d+8(FP), (R0, R1)
	MOVD $b+0(FP), R0
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	LDPW a+0(FP), (R0, R1)
	STPW (R0, R1), c+8(FP)
	RET

// vet wants the pair to have a name of its own.
TEXT ·words(SB), NOSPLIT, $0-56
	LDP data+0(FP), (R0, R1)
	LDP data_base+0(FP), (R0, R1)
	LDP data_cap+16(FP), (R0, R1)
	FLDPQ s+24(FP), (F0, F1)
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	FLDPS c+0(FP), (F0, F1)
	FLDPD d+8(FP), (F0, F1)
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	LDP y+8(FP), (R0, R1)
	LDPW x+0(FP), (R0, R1)
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	FLDPS a+0(FP), (F0, F1)
	FMOVS F0, ret+16(FP)
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	RET
