#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-24
	MOVWZ d+8(FP), R1 // want error "MOVWZ reads 4 bytes at d.8.FP.; int64 has 8"
	LMG d+8(FP), R1, R2
	LMG p+16(FP), R1, R2 // want error "LMG reads 16 bytes at p.16"
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	MOVW R1, c+8(FP)
	MOVW R1, d+12(FP)
	RET

TEXT ·words(SB), NOSPLIT, $0-56
	LMG data+0(FP), R1, R3
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	FMOVS F0, ret+16(FP)
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	RET
