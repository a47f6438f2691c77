#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-20
	MOVBU b+0(FP), R0
	MOVD d+8(FP), F0
	MOVW d_lo+8(FP), R0
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	MOVW R0, c+8(FP)
	MOVW R0, d+12(FP)
	RET

TEXT ·words(SB), NOSPLIT, $0-28
	MOVW $data+0(FP), R0
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	MOVF F0, ret+16(FP)
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	RET
