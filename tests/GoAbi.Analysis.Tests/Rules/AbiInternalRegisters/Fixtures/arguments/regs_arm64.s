//go:build !go1.21

#include "textflag.h"

TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-16
	ADD R1, R0
	RET

TEXT ·zero<ABIInternal>(SB), NOSPLIT, $0-8
	EOR  R2, R2
	MOVD R2, R0
	MOVD g, R1
	MOVD R26, R3
	RET

TEXT ·saves<ABIInternal>(SB), NOSPLIT, $16-8
	STP (R8, R9), 8(RSP)
	LDP 8(RSP), (R8, R9)
	RET

TEXT ·calls<ABIInternal>(SB), NOSPLIT, $0-8
	CALL helper<>(SB)
	MOVD R2, R0
	RET

TEXT helper<>(SB), NOSPLIT, $0-0
	MOVD $1, R2
	RET

TEXT ·plain(SB), NOSPLIT, $0-16
	MOVD R2, ret+8(FP)
	RET
