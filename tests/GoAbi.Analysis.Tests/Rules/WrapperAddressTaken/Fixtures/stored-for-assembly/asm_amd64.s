#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0
	RET

TEXT ·memcpyEnd(SB), NOSPLIT, $0
	RET

TEXT ·handler(SB), NOSPLIT, $0
	CMPQ CX, ·begin(SB)
	JB   other
	CMPQ CX, ·end(SB)
	JAE  other
	MOVQ $·vectors(SB), DX
	JMP  (DX)(AX*8)

other:
	RET
