#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $8-32
	MOVQ p_base+0(FP), SI
	MOVQ p_len+8(FP), CX
	MOVQ SI, saved-8(SP)
	XORQ AX, AX

next:
	TESTQ CX, CX
	JEQ   done
	ADDQ  (SI), AX
	ADDQ  $8, SI
	DECQ  CX
	JMP   next

done:
	MOVQ saved-8(SP), SI
	MOVQ AX, ret+24(FP)
	RET

TEXT ·fill(SB), NOSPLIT, $0-9
	MOVQ dst+0(FP), DI
	MOVB value+8(FP), AX
	MOVQ $64, CX
	REP; STOSB
	RET

TEXT ·length(SB), NOSPLIT, $0-24
	MOVQ s_base+0(FP), AX
	MOVQ s_len+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET
