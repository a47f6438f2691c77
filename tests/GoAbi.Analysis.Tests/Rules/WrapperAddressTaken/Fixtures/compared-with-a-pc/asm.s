#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0
	RET

TEXT ·memcpyEnd(SB), NOSPLIT, $0
	RET

TEXT ·faultPC(SB), NOSPLIT, $0-8
	RET
