#include "textflag.h"

TEXT ·compares(SB), NOSPLIT, $0-0
	TESTQ BP, BP
	CMPQ  AX, BP
	RET

TEXT ·hex(SB), NOSPLIT, $0x20-8
	MOVQ x+0(FP), BP
	RET

TEXT ·framed(SB), NOSPLIT, $8-0
	MOVQ $0, BP
	RET

TEXT ·pushes(SB), NOSPLIT, $0-0
	PUSHQ BP
	MOVQ  $0, BP
	PUSHQ BP
	POPQ  AX
	POPQ  BP
	RET

TEXT ·copied(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ BP, R8
	XORL BP, BP
	MOVQ R8, BP
	RET

TEXT ·spilled(SB), NOSPLIT|NOFRAME, $0-0
	SUBQ $24, SP
	MOVQ BP, 16(SP)
	LEAQ 16(SP), BP
	MOVQ 16(SP), BP
	ADDQ $24, SP
	RET

TEXT ·aligned(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ SP, AX
	ANDQ $~31, SP
	PUSHQ BP
	MOVQ $1, BP
	POPQ BP
	MOVQ AX, SP
	RET

TEXT ·twice(SB), NOSPLIT, $0-8
	PUSHQ BP
	MOVQ  $1, BP
	TESTQ AX, AX
	JEQ   other
	POPQ  BP
	RET

other:
	MOVQ (SP), BP
	ADDQ $8, SP
	RET

TEXT ·exchanged(SB), NOSPLIT, $0-0
	XCHGQ AX, BP
	MOVQ  $1, BP
	XCHGQ AX, BP
	RET

TEXT ·unreached(SB), NOSPLIT, $0-0
	RET
	MOVQ $0, BP
	RET

TEXT ·reads(SB), NOSPLIT, $0-0
	MOVQ 8(BP), AX
	RET

// Where it was saved isn't followed.
TEXT ·elsewhere(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVQ BP, (AX)
	MOVQ (AX), BP
	RET

TEXT ·endless(SB), NOSPLIT, $0-0
	MOVQ $0, BP

again:
	JMP again
