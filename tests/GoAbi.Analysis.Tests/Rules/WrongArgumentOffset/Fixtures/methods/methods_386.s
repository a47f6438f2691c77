#include "textflag.h"

TEXT ·T·M(SB), NOSPLIT, $0-16
	MOVL recv_b+4(FP), AX
	MOVL n+8(FP), AX
	MOVL n+0(FP), AX // want warning "n is n.8.FP.; offset 0 is recv_a.0"
	MOVL AX, ret+12(FP)
	RET
