#include "textflag.h"

TEXT ·index(SB), NOSPLIT, $0-40
	LDP s_len+16(FP), (R0, R1) // want error "s_len is s_len.8"
	MOVD ZR, n+32(FP)
	RET

TEXT ·halves(SB), NOSPLIT, $0-9
	RET

TEXT ·macros(SB), NOSPLIT, $0-16
	RET

TEXT ·same(SB), NOSPLIT, $0-16
	RET
