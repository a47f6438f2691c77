#include "textflag.h"

// The place of what is read isn't known behind a rounding down.
TEXT ·spround(SB), NOSPLIT, $64-8
	MOVQ p+0(FP), AX
	MOVQ AX, x-8(SP)
	ANDQ $~31, SP
	MOVQ 32(SP), CX
	MOVQ CX, ·g(SB)
	MOVQ BP, SP
	RET

TEXT ·spidx(SB), NOSPLIT, $16-8
	MOVQ p+0(FP), AX
	MOVQ AX, x-8(SP)
	MOVQ 0(SP)(DX*8), CX
	MOVQ CX, ·g(SB)
	RET

TEXT ·fpidx(SB), NOSPLIT, $0-8
	MOVQ p+0(FP)(DX*8), CX
	MOVQ CX, ·g(SB)
	RET

TEXT ·leaidx(SB), NOSPLIT, $0-8
	LEAQ p+0(FP)(DX*8), CX
	MOVQ (CX), CX
	MOVQ CX, ·g(SB)
	RET

// The return address and p.
TEXT ·wideret(SB), NOSPLIT, $0-8
	MOVOU 0(SP), X0
	MOVOU X0, ·g(SB)
	RET

TEXT ·wideret2(SB), NOSPLIT, $32-8
	VMOVDQU 32(SP), Y0
	VMOVDQU Y0, ·g(SB)
	RET

// All but a byte of p is left.
TEXT ·seteq(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	SETEQ AL
	MOVQ AX, ·g(SB)
	RET

// All but 16 bits of p are left.
TEXT ·movbwsx(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVBWSX ·g(SB), AX
	MOVQ AX, ·g(SB)
	RET

// The other half is left.
TEXT ·movhps(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), X0
	MOVHPS ·g(SB), X0
	MOVQ X0, ·g(SB)
	RET

TEXT ·movss2(SB), NOSPLIT, $0-24
	MOVOU p+0(FP), X0
	MOVSS X1, X0
	MOVOU X0, ·g(SB)
	RET

TEXT ·movlps(SB), NOSPLIT, $0-24
	MOVOU p+0(FP), X0
	PSHUFD $0x4e, X0, X0
	MOVLPS ·g(SB), X0
	MOVOU X0, ·g(SB)
	RET

TEXT ·movhlps(SB), NOSPLIT, $0-24
	MOVOU p+0(FP), X0
	MOVLHPS X1, X0
	MOVOU X0, ·g(SB)
	RET

// What a legacy instruction writes leaves the upper half of Y0.
TEXT ·ssehi(SB), NOSPLIT, $0-24
	VMOVDQU p+0(FP), X1
	VINSERTI128 $1, X1, Y0, Y0
	MOVOU ·g(SB), X0
	VMOVDQU Y0, ·g(SB)
	RET

TEXT ·cvtsi(SB), NOSPLIT, $0-24
	MOVOU p+0(FP), X0
	PSHUFD $0x4e, X0, X0
	CVTSQ2SD BX, X0
	MOVOU X0, ·g(SB)
	RET

TEXT ·sqrtsd(SB), NOSPLIT, $0-24
	MOVOU p+0(FP), X0
	PSHUFD $0x4e, X0, X0
	SQRTSD X1, X0
	MOVOU X0, ·g(SB)
	RET

// Of zero it writes nothing.
TEXT ·bsf(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	BSFQ BX, AX
	MOVQ AX, ·g(SB)
	RET

// To a register of the system.
TEXT ·fsbase(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	WRFSBASEQ AX
	RET

TEXT ·enter(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVQ AX, CR2
	RET

TEXT ·wrmsr(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	WRMSR
	RET

TEXT ·out(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	OUTL
	RET

// Stores vectors that no operand names.
TEXT ·fxsave(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), X0
	FXSAVE ·g(SB)
	RET

TEXT ·viabp2(SB), NOSPLIT, $16-8
	MOVQ BP, BX
	ADDQ DX, BX
	MOVQ 16(BX), AX
	MOVQ AX, ·g(SB)
	RET

TEXT ·viabp3(SB), NOSPLIT, $16-8
	MOVQ 16(BP)(DX*1), AX
	MOVQ AX, ·g(SB)
	RET

TEXT ·loopd(SB), NOSPLIT, $0-16
	MOVQ n+8(FP), CX
l:
	SUBQ $8, SP
	DECQ CX
	JNE l
	MOVQ 16(SP), AX
	MOVQ AX, ·g(SB)
	ADDQ $8, SP
	RET

TEXT ·other(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVQ AX, ·g(SB)
	RET
