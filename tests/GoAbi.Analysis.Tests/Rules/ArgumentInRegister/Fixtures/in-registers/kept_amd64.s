//go:build !go1.21

#include "textflag.h"

TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX // want error "a of add is passed in AX; a.0.FP. is memory that nobody reads or wrote"
	ADDQ b+8(FP), AX // want error "b of add is passed in BX"
	MOVQ AX, ret+16(FP) // want error "ret of add is returned in AX"
	RET

TEXT ·sum<ABIInternal>(SB), NOSPLIT, $0-32
	MOVQ x_len+8(FP), AX // want error "x of sum is passed in AX, BX, CX"
	RET

TEXT ·many<ABIInternal>(SB), NOSPLIT, $0-32
	MOVQ b+16(FP), AX // want error "b of many is passed in AX"
	RET

TEXT ·spilled<ABIInternal>(SB), NOSPLIT, $0-24
	RET
