#include "textflag.h"

#define ADD_ONE \
	MOVD x+0(FP), R0; \
	MOVD y+8(FP), R1; \
	MOVD R0, 8(RSP); \
	MOVD R1, 16(RSP); \
	CALL ·Add(SB); \
	CALL ·Nop(SB)

TEXT ·Add(SB), NOSPLIT, $0-24
	MOVD x+0(FP), R0
	MOVD y+8(FP), R1
	ADD R1, R0
	MOVD R0, ret+16(FP)
	RET

TEXT ·AddTwice(SB), $32-24
	ADD_ONE; ADD_ONE
	MOVD 24(RSP), R0
	MOVD y+8(FP), R1
	ADD R1, R0
	MOVD R0, ret+16(FP)
	RET

TEXT ·AddLast(SB), NOSPLIT, $0-24
	B ·Add(SB)

TEXT ·Nop(SB), NOSPLIT, $0-0
	RET

TEXT ·CallsGo(SB), $16-0
	BL ·count(SB)
	BL local<>(SB)
	MOVD $·Nop(SB), R0
	CALL (R0)
	RET

TEXT local<>(SB), NOSPLIT, $0-0
	RET

TEXT ·JumpsToGo(SB), NOSPLIT, $0-0
	JMP ·count(SB)

TEXT ·Listed(SB), $16-0
#line 500 "listed.s"
	CALL ·Nop(SB)
	CALL ·count(SB)
#line 56 "asm_arm64.s"
	RET

TEXT ·Included(SB), $16-0
#include "calls.h"
	RET

TEXT ·Each(SB), NOSPLIT, $0-8
	RET
