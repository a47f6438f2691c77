#include "textflag.h"

TEXT ·kinds(SB), NOSPLIT, $0-112
	LDP data_base+0(FP), (R0, R1)
	MOVD R0, ret+104(FP)
	RET

TEXT ·unnamed(SB), NOSPLIT, $0-56
	MOVD ZR, ret+32(FP)
	STP (ZR, ZR), ret1+40(FP)
	RET

TEXT ·offset(SB), NOSPLIT, $0-32
	RET

TEXT ·moved(SB), NOSPLIT, $0-8
	RET

TEXT ·blank(SB), NOSPLIT, $0-24
	MOVD ZR, _+16(FP)
	RET

TEXT ·whole(SB), NOSPLIT, $0-8
	RET

