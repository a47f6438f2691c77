#include "textflag.h"

TEXT ·addrOfMemcpy(SB), NOSPLIT, $0-8
	MOVQ $·memcpy(SB), AX
	MOVQ AX, ret+0(FP)
	RET
