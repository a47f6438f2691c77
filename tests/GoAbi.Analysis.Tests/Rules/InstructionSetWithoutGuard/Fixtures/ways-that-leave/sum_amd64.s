#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	VPADDD (AX), Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER
	RET

TEXT ·argument(SB), NOSPLIT, $0-9
	MOVQ p+0(FP), AX
	MOVB wide+8(FP), CX
	CMPB CX, $1
	JNE  plain
	VPADDD (AX), Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER

plain:
	RET

// The variable is loaded in one block and looked at in another.
TEXT ·register(SB), NOSPLIT, $0-8
	MOVB ·hasAVX2(SB), R8
	MOVQ p+0(FP), AX
	TESTQ AX, AX
	JEQ  plain
	CMPB R8, $1
	JNE  plain
	VPADDD (AX), Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER

plain:
	RET

TEXT ·address(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	LEAQ ·hasAVX2(SB), BX
	CMPB (BX), $1
	JNE  plain
	VPADDD (AX), Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER

plain:
	RET

TEXT ·setcc(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), AX
	MOVQ n+8(FP), CX
	CMPB ·hasAVX2(SB), $1
	SETEQ BX
	CMPQ CX, $32
	JLT  plain
	TESTB BX, BX
	JEQ  plain
	VPADDD (AX), Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER

plain:
	RET
