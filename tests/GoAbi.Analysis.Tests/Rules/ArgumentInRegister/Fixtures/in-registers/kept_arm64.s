//go:build !go1.21

#include "textflag.h"

TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-24
	MOVD a+0(FP), R0 // want error "a of add is passed in R0"
	RET

TEXT ·sum<ABIInternal>(SB), NOSPLIT, $0-32
	RET

TEXT ·many<ABIInternal>(SB), NOSPLIT, $0-32
	RET

TEXT ·spilled<ABIInternal>(SB), NOSPLIT, $0-24
	RET
