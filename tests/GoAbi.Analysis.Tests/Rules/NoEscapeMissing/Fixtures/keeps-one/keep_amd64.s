#include "textflag.h"

TEXT ·store(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVQ AX, ·last(SB)
	RET

TEXT ·link(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), AX
	MOVQ q+8(FP), CX
	MOVQ CX, (AX)
	RET

TEXT ·result(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), AX
	ADDQ $0, AX
	MOVQ AX, ret+8(FP)
	RET

// What p leads to is a pointer as well.
TEXT ·inner(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), AX
	MOVQ (AX), CX
	MOVQ CX, ret+8(FP)
	RET

TEXT ·difference(SB), NOSPLIT, $0-24
	MOVQ p+0(FP), AX
	SUBQ q+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

TEXT ·called(SB), NOSPLIT, $8-8
	MOVQ p+0(FP), AX
	CALL helper<>(SB)
	RET

TEXT helper<>(SB), NOSPLIT, $0-0
	MOVQ AX, ·last(SB)
	RET

TEXT ·system(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), DI
	MOVQ $1, AX
	SYSCALL
	RET

TEXT ·traps(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	INT  $3
	RET

// Perhaps it copies pointers.
TEXT ·copied(SB), NOSPLIT, $0-24
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ n+16(FP), CX
	REP; MOVSB
	RET

TEXT ·address(SB), NOSPLIT, $0-8
	LEAQ p+0(FP), AX
	MOVQ (AX), CX
	MOVQ CX, ·last(SB)
	RET

TEXT ·throughFrame(SB), NOSPLIT, $16-16
	MOVQ p+0(FP), AX
	MOVQ AX, 0(SP)
	XORQ AX, AX
	MOVQ 0(SP), CX
	MOVQ CX, ret+8(FP)
	RET

TEXT ·jumps(SB), NOSPLIT, $0-8
	JMP ·store(SB)

TEXT ·swap(SB), NOSPLIT, $0-8
	MOVQ  p+0(FP), AX
	LEAQ  ·last(SB), CX
	XCHGQ AX, (CX)
	RET

TEXT ·noPointer(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), AX
	MOVQ AX, ret+8(FP)
	RET

TEXT ·said(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), AX
	MOVQ 8(AX), CX
	MOVQ $0, ret+8(FP)
	RET
