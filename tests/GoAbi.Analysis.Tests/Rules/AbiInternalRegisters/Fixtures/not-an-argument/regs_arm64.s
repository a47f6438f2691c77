//go:build !go1.21

#include "textflag.h"

TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-16
	ADD R2, R0 // want error "add reads R2, which holds no argument: a is in R0, b in R1"
	RET

TEXT ·addFloats<ABIInternal>(SB), NOSPLIT, $0-16
	SCVTFD R0, F1
	FADDD  F1, F0
	RET

TEXT ·stack<ABIInternal>(SB), NOSPLIT, $0-24
	RET
