#include "textflag.h"

#define ZERO(r) XORL r, r

TEXT ·number(SB), NOSPLIT, $0-0
	MOVQ $0, BP // want error "BP, the caller's frame pointer, is clobbered before saving"
	RET

TEXT ·memory(SB), 0, $0
	MOVQ 6(AX), BP // want error "clobbered before saving"
	RET

TEXT ·oneLine(SB), NOSPLIT, $0-0
	MOVQ AX, BP; RET // want error "clobbered before saving"

TEXT ·comment(SB), NOSPLIT, $0-0
	MOVQ AX, BP /* a comment */ // want error "clobbered before saving"
	RET

TEXT ·macro(SB), NOSPLIT, $0-0
	ZERO(BP) // want error "clobbered before saving"
	RET

TEXT ·popped(SB), NOSPLIT, $0-0
	PUSHQ AX
	POPQ  BP // want error "clobbered before saving"
	RET

TEXT ·oneWay(SB), NOSPLIT, $0-8
	MOVQ x+0(FP), AX
	TESTQ AX, AX
	JEQ  out
	MOVQ $0, BP // want error "clobbered before saving"

out:
	RET

TEXT ·noframe(SB), NOSPLIT|NOFRAME, $0-0
	ADDQ $1, BP // want error "clobbered before saving"
	RET

TEXT ·compared(SB), NOSPLIT, $0-0
	TESTQ BP, BP
	MOVQ  AX, BP // want error "clobbered before saving"
	RET

TEXT ·spilled(SB), NOSPLIT|NOFRAME, $0-0
	SUBQ $16, SP
	MOVQ BP, 8(SP)
	MOVQ AX, BP // want error "is saved and written, but not restored on a way out"
	ADDQ $16, SP
	RET

TEXT ·tail(SB), NOSPLIT, $0-0
	MOVQ AX, BP // want error "clobbered before saving"
	JMP  ·other(SB)

TEXT ·other(SB), NOSPLIT, $0-0
	RET

TEXT ·exchanged(SB), NOSPLIT, $0-0
	XCHGQ AX, BP // want error "is saved and written, but not restored on a way out"
	RET

TEXT ·counts(SB), NOSPLIT, $0-0
	MOVQ $128, BP // want error "clobbered before saving"

loop:
	SUBQ $2, BP
	JA   loop
	RET

TEXT ·afterRead(SB), NOSPLIT, $0-0
	MOVQ 8(BP), AX
	MOVQ $1, BP // want error "clobbered before saving"
	RET
