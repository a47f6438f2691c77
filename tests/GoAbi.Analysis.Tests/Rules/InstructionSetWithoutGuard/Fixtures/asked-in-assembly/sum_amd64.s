#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	CMPB ·hasAVX2(SB), $1
	JNE  plain
	VMOVDQU (AX), Y0
	VPADDD Y0, Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER
	RET

plain:
	MOVQ $0, (AX)
	RET

TEXT ·loaded(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	MOVBLZX ·hasAVX2(SB), CX
	TESTB CX, CX
	JZ   plain
	JMP  wide

plain:
	MOVQ $0, (AX)
	RET

wide:
	VMOVDQU (AX), Y0
	VPADDD Y0, Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER
	RET

// The way where it is not there falls into the vectors.
TEXT ·wrong(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	CMPB ·hasAVX2(SB), $1
	JEQ  plain
	VMOVDQU (AX), Y0
	VPADDD Y0, Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER
	RET

plain:
	MOVQ $0, (AX)
	RET

TEXT ·enter(SB), NOSPLIT, $0-8
	JMP ·body(SB)

TEXT ·body(SB), NOSPLIT, $0-8
	MOVQ p+0(FP), AX
	VMOVDQU (AX), Y0
	VPADDD Y0, Y0, Y1
	VMOVDQU Y1, (AX)
	VZEROUPPER
	RET
