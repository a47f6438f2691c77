#include "textflag.h"

#define ADD_ONE \
	MOVQ x+0(FP), AX; \
	MOVQ y+8(FP), BX; \
	MOVQ AX, 0(SP); \
	MOVQ BX, 8(SP); \
	CALL ·Add(SB); \
	CALL ·Nop(SB)

TEXT ·Add(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), AX
	ADDQ y+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

TEXT ·AddTwice(SB), $24-24
	ADD_ONE; ADD_ONE
	MOVQ 16(SP), AX
	ADDQ y+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

TEXT ·AddLast(SB), NOSPLIT, $0-24
	JMP ·Add(SB)

TEXT ·Nop(SB), NOSPLIT, $0-0
	RET

TEXT ·CallsGo(SB), $8-0
	CALL ·count(SB)
	CALL local<>(SB)
	LEAQ ·Nop(SB), AX
	CALL AX
	RET

TEXT local<>(SB), NOSPLIT, $0-0
	RET

TEXT ·JumpsToGo(SB), NOSPLIT, $0-0
	JMP ·count(SB)

TEXT ·Listed(SB), $8-0
#line 500 "listed.s"
	CALL ·Nop(SB)
	CALL ·count(SB)
#line 54 "asm_amd64.s"
	RET

TEXT ·Included(SB), $8-0
#include "calls.h"
	RET

TEXT ·Each(SB), NOSPLIT, $0-8
	RET
