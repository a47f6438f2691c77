//go:build !go1.21

#include "textflag.h"

// The arguments are in AX and BX.
TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-16
	ADDQ CX, AX // want error "add reads CX, which holds no argument: a is in AX, b in BX"
	RET

TEXT ·addFloats<ABIInternal>(SB), NOSPLIT, $0-16
	CVTSQ2SD BX, X1 // want error "addFloats reads BX, which holds no argument: a is in X0, b in AX"
	ADDSD    X1, X0
	RET

TEXT ·stack<ABIInternal>(SB), NOSPLIT, $0-24
	TESTQ AX, AX
	JEQ   zero
	MOVQ  $1, BX

zero:
	MOVQ BX, AX // want error "stack reads BX, which holds no argument: a is on the stack, b in AX"
	RET
