//go:build !go1.21

#include "textflag.h"

TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-24
	ADD R1, R0
	RET

TEXT ·sum<ABIInternal>(SB), NOSPLIT, $0-32
	MOVD R1, R0
	RET

TEXT ·many<ABIInternal>(SB), NOSPLIT, $0-32
	MOVD a_0+8(FP), R1
	RET

TEXT ·spilled<ABIInternal>(SB), NOSPLIT, $0-24
	RET
