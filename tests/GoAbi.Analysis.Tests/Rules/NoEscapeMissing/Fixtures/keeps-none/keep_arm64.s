#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $0-32
	LDP  p+0(FP), (R0, R1)
	MOVD $0, R2

next:
	CBZ    R1, done
	MOVD.P 8(R0), R3
	ADD    R3, R2
	SUB    $1, R1
	B      next

done:
	MOVD R2, ret+24(FP)
	RET

TEXT ·fill(SB), NOSPLIT, $0-9
	MOVD  dst+0(FP), R0
	MOVBU value+8(FP), R1
	MOVB  R1, (R0)
	RET

TEXT ·length(SB), NOSPLIT, $0-24
	MOVD s_len+8(FP), R0
	MOVD R0, ret+16(FP)
	RET
