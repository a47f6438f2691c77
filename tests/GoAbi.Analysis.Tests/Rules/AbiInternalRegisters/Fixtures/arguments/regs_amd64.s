//go:build !go1.21

#include "textflag.h"

TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-16
	ADDQ BX, AX
	RET

TEXT ·zero<ABIInternal>(SB), NOSPLIT, $0-8
	XORQ  CX, CX
	MOVQ  CX, AX
	MOVQ  R14, BX
	MOVQ  DX, SI
	MOVSD X15, X0
	RET

// What is saved and brought back was not looked at.
TEXT ·saves<ABIInternal>(SB), NOSPLIT, $16-8
	MOVQ R8, 0(SP)
	PUSHQ R9
	MOVQ AX, R8
	POPQ R9
	MOVQ R8, AX
	MOVQ 0(SP), R8
	RET

TEXT ·calls<ABIInternal>(SB), NOSPLIT, $0-8
	CALL helper<>(SB)
	MOVQ CX, AX
	RET

TEXT helper<>(SB), NOSPLIT, $0-0
	MOVQ $1, CX
	RET

TEXT ·plain(SB), NOSPLIT, $0-16
	MOVQ CX, ret+8(FP)
	RET
