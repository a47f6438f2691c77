#include "textflag.h"

TEXT ·number(SB), NOSPLIT, $0-0
	MOVD $0, R29 // want error "R29, the caller's frame pointer, is clobbered before saving"
	RET

TEXT ·pair(SB), NOSPLIT, $0-8
	MOVD p+0(FP), R0
	LDP  (R0), (R29, R1) // want error "clobbered before saving"
	RET

TEXT ·encoded(SB), NOSPLIT, $0-0
	WORD $0xa9bf7bfd // stp x29, x30, [sp, #-16]!
	WORD $0x910003fd // mov x29, sp
	WORD $0xa8c17bfd // ldp x29, x30, [sp], #16
	RET

TEXT ·lost(SB), NOSPLIT, $0-0
	WORD $0xa9bf7bfd // stp x29, x30, [sp, #-16]!
	WORD $0x910003fd // want error "is saved and written, but not restored on a way out"
	WORD $0x910043ff // add sp, sp, #16
	RET

TEXT ·framed(SB), NOSPLIT, $8-0
	MOVD $0, R29
	RET

TEXT ·saved(SB), NOSPLIT|NOFRAME, $0-0
	STP.W (R29, R30), -16(RSP)
	MOVD  RSP, R29
	LDP.P 16(RSP), (R29, R30)
	RET

// What R29 holds in every function that Go calls.
TEXT ·byHand(SB), NOSPLIT, $0-0
	MOVD $0, R29
	SUB  $8, RSP, R29
	RET
