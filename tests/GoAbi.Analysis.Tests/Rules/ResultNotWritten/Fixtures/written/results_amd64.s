#include "textflag.h"

TEXT ·find(SB), NOSPLIT, $0-33
	MOVQ n+8(FP), CX
	MOVQ $-1, i+24(FP)
	MOVB $0, ok+32(FP)
	TESTQ CX, CX
	JEQ none
	MOVB $1, ok+32(FP)
none:
	RET

#define RETURN(base, len) \
	MOVQ base, s_base+8(FP) \
	MOVQ len, s_len+16(FP) \
	RET

TEXT ·name(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), AX
	TESTQ AX, AX
	JEQ empty
	RETURN(BX, AX)
empty:
	RETURN($0, $0)

TEXT ·second(SB), NOSPLIT, $0-24
	MOVUPS X0, ret+8(FP)
	RET

TEXT ·loop(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), CX
again:
	MOVQ CX, ret+8(FP)
	DECQ CX
	JNE again
	RET

TEXT ·read(SB), NOSPLIT, $0-16
	MOVQ $0, ret+8(FP)
	MOVQ ret+8(FP), AX
	RET

TEXT ·table(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), AX
	JMP AX

TEXT ·tail(SB), NOSPLIT, $0-16
	JMP ·done(SB)

TEXT ·tailReturn(SB), NOSPLIT, $0-16
	RET ·done(SB)

TEXT ·never(SB), NOSPLIT, $0-16
	INT $3
	RET

TEXT ·stops(SB), NOSPLIT, $0-16
forever:
	PAUSE
	JMP forever

TEXT ·ends(SB), NOSPLIT, $8-16
	MOVQ n+0(FP), AX
	TESTQ AX, AX
	JNE good
	CALL ·panicBadly(SB)
	RET
good:
	MOVQ AX, ret+8(FP)
	RET

TEXT ·address(SB), NOSPLIT, $0-16
	LEAQ ret+8(FP), AX
	MOVQ $0, (AX)
	RET

TEXT ·stack(SB), NOSPLIT, $0-16
	MOVQ SP, AX
	MOVQ $0, 16(AX)
	RET

TEXT ·hardware(SB), NOSPLIT, $16-16
	MOVQ $0, 40(SP) // over the frame, the saved BP, the return address and n
	RET

TEXT ·both(SB), NOSPLIT, $0-24
	MOVUPS X0, c+8(FP)
	RET

TEXT ·vector(SB), NOSPLIT, $0-24
	VMOVDQU X0, s+8(FP)
	RET

TEXT ·updated(SB), NOSPLIT, $0-16
	XCHGQ AX, ret+8(FP)
	RET

TEXT ·none(SB), NOSPLIT, $0-8
	RET

// What these bytes do isn't known.
TEXT ·bytes(SB), NOSPLIT, $0-16
	BYTE $0x48; BYTE $0x89; BYTE $0x44; BYTE $0x24; BYTE $0x10
	RET

TEXT ·array(SB), NOSPLIT, $0-24
	MOVQ AX, ret_0+8(FP)
	MOVQ AX, ret_1+16(FP)
	RET
