#include "textflag.h"

TEXT ·find(SB), NOSPLIT, $0-33
	MOVD n+8(FP), R0
	CBZ R0, none
	MOVD ZR, i+24(FP)
	MOVB ZR, ok+32(FP)
	RET
none:
	MOVD ZR, i+24(FP)
	RET // want error "its result ok.32"

TEXT ·name(SB), NOSPLIT, $0-24
	STP (ZR, ZR), s+8(FP)
	RET

TEXT ·second(SB), NOSPLIT, $0-24
	RET // want error "its result ret.8" error "its result ret1.16"

TEXT ·loop(SB), NOSPLIT, $0-16
	MOVD ZR, ret+8(FP)
	RET

TEXT ·read(SB), NOSPLIT, $0-16
	MOVD ret+8(FP), R0
	RET // want error "its result ret.8"

TEXT ·table(SB), NOSPLIT, $16-16
	MOVD ZR, 8(RSP) // a local
	RET // want error "its result ret.8"
