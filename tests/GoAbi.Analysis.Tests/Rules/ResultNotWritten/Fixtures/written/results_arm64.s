#include "textflag.h"

TEXT ·find(SB), NOSPLIT, $0-33
	MOVD ZR, i+24(FP)
	MOVB ZR, ok+32(FP)
	RET

TEXT ·name(SB), NOSPLIT, $0-24
	STP (ZR, ZR), s_base+8(FP)
	RET

TEXT ·second(SB), NOSPLIT, $0-24
	STP (ZR, ZR), ret+8(FP)
	RET

TEXT ·loop(SB), NOSPLIT, $0-16
	JMP ·done(SB)

TEXT ·read(SB), NOSPLIT, $0-16
	B ·done(SB)

TEXT ·table(SB), NOSPLIT, $0-16
	MOVD ZR, 16(RSP)
	RET

TEXT ·tail(SB), NOSPLIT, $0-16
	JMP ·done(SB)

TEXT ·tailReturn(SB), NOSPLIT, $0-16
	RET ·done(SB)

TEXT ·never(SB), NOSPLIT, $0-16
	UNDEF
	RET

TEXT ·stops(SB), NOSPLIT, $0-16
forever:
	B forever

TEXT ·ends(SB), NOSPLIT, $0-16
	MOVD n+0(FP), R0
	MOVD R0, ret+8(FP)
	RET

TEXT ·address(SB), NOSPLIT, $0-16
	MOVD $ret+8(FP), R0
	MOVD ZR, (R0)
	RET

TEXT ·stack(SB), NOSPLIT, $0-16
	MOVD RSP, R0
	MOVD ZR, 16(R0)
	RET

TEXT ·hardware(SB), NOSPLIT, $16-16
	MOVD ZR, 48(RSP) // over the frame with the saved LR, the caller's slot and n
	RET

TEXT ·both(SB), NOSPLIT, $0-24
	FSTPD (F0, F1), c+8(FP)
	RET

TEXT ·vector(SB), NOSPLIT, $0-24
	FMOVQ F0, s+8(FP)
	RET

TEXT ·updated(SB), NOSPLIT, $0-16
	MOVD R0, ret+8(FP)
	RET

TEXT ·none(SB), NOSPLIT, $0-8
	RET

TEXT ·bytes(SB), NOSPLIT, $0-16
	MOVD R0, ret+8(FP)
	RET

TEXT ·array(SB), NOSPLIT, $0-24
	STP (R0, R1), ret+8(FP)
	RET
