#include "textflag.h"

TEXT ·framed(SB), NOSPLIT, $24-32
	MOVD 56(RSP), R0 // want warning "56\(RSP\) is x\+0\(FP\)"
	MOVD 48(RSP), R0
	RET

TEXT ·frameless(SB), NOSPLIT, $0-8
	MOVD 8(RSP), R0 // want warning "8\(RSP\) is x\+0\(FP\)"
	RET
