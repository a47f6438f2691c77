#include "textflag.h"

TEXT ·link(SB), NOSPLIT, $16-8
	MOVD x+0(FP), R0
	MOVD R0, 0(RSP) // want error "MOVD R0, 0\(RSP\) overwrites the saved link register"
	BL   ·leaf(SB)
	RET

TEXT ·leaf(SB), NOSPLIT, $16-8
	MOVD R0, 0(RSP) // want warning "from which tracebacks go on"
	MOVD 0(RSP), R1
	RET

TEXT ·callers(SB), NOSPLIT, $0-8
	MOVD R0, 0(RSP) // want error "the word in which the caller has saved its return address"
	RET

TEXT ·below(SB), NOSPLIT, $16-8
	SUB  $16, RSP
	MOVD R0, 8(RSP) // want error "overwrites the caller's frame pointer, which the prologue saved"
	BL   ·leaf(SB)
	ADD  $16, RSP
	RET

TEXT ·top(SB), NOSPLIT, $16-8
	STP (R0, R1), 8(RSP)
	STP (R0, R1), 16(RSP) // want warning "the word in which the caller has saved its frame pointer"
	RET
