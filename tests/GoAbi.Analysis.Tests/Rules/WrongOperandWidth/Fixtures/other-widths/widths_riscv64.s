#include "textflag.h"

TEXT ·numbers(SB), NOSPLIT, $0-24
	MOV b+0(FP), X10 // want error "MOV reads 8 bytes at b.0"
	MOVWU d+8(FP), X10 // want warning "MOVWU reads 4 bytes at d.8"
	RET

TEXT ·pair(SB), NOSPLIT, $0-16
	MOV X10, c+8(FP) // want error "MOV writes 8 bytes at c.8"
	MOVW X10, d+12(FP)
	RET

TEXT ·words(SB), NOSPLIT, $0-56
	RET

TEXT ·complexes(SB), NOSPLIT, $0-24
	RET

TEXT ·composite(SB), NOSPLIT, $0-40
	RET

TEXT ·floats(SB), NOSPLIT, $0-20
	MOVF F0, ret+16(FP)
	RET

TEXT ·last(SB), NOSPLIT, $0-4
	RET
