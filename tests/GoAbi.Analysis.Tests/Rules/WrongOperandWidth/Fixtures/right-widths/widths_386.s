#include "textflag.h"

TEXT ·halves(SB), NOSPLIT, $0-24
	MOVL x_lo+0(FP), AX
	MOVL x_hi+4(FP), AX
	MOVQ x+0(FP), X0
	FMOVD f+8(FP), F0
	MOVSD f+8(FP), X0
	FMOVV F0, ret+16(FP)
	MOVL AX, ret_lo+16(FP)
	MOVL AX, ret_hi+20(FP)
	RET

TEXT ·numbers(SB), NOSPLIT, $0-20
	MOVBLZX b+0(FP), AX
	MOVL p+16(FP), AX
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	MOVL $0, c+8(FP)
	MOVL $0, d+12(FP)
	RET

TEXT ·words(SB), NOSPLIT, $0-28
	LEAL data+0(FP), AX
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	MOVL y_0_lo+8(FP), AX
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	FMOVF a+0(FP), F0
	FMOVFP F0, ret+16(FP)
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	RET
