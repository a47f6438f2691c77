#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-24
	MOVB b+0(FP), AX
	MOVBLZX b+0(FP), AX
	MOVWLSX h+2(FP), AX
	MOVLQZX w+4(FP), AX
	TESTB $1, b+0(FP)
	SHLQ $3, d+8(FP)
	LEAQ w+4(FP), AX
	MOVQ $w+4(FP), AX
	VMOVD w+4(FP), X0
	VPBROADCASTD w+4(FP), Y0
	VPBROADCASTW h+2(FP), X0
	VPBROADCASTQ d+8(FP), Z0
	VMOVDQU d+8(FP), X0 // d and p, each whole
	PINSRW $1, h+2(FP), X0
	PUSHQ p+16(FP)
	POPQ AX
	PREFETCHT0 b+0(FP)
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	VMOVQ a+0(FP), X0 // a and b into one vector
	MOVQ X0, c+8(FP)
	RET

TEXT ·words(SB), NOSPLIT, $0-56
	MOVQ data+0(FP), AX
	MOVUPS data+0(FP), X0
	MOVOU data_len+8(FP), X0
	VMOVDQU s+24(FP), Y0 // s and e
	MOVUPS e+40(FP), X0
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	MOVSD c+0(FP), X0
	MOVSS c_imag+4(FP), X0
	MOVUPS d+8(FP), X0
	MOVSD d_imag+16(FP), X0
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	MOVQ x+0(FP), AX // all of the struct
	VMOVDQU y+8(FP), X0
	VMOVDQU y+8(FP), Y0
	MOVQ y_3+32(FP), AX
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	MOVUPS a+0(FP), X0
	MOVSS X0, ret+16(FP)
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	MOVLQSX n+0(FP), AX
	RET
