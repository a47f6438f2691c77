#include "textflag.h"

TEXT ·lowered(SB), NOSPLIT, $0-0
	SUB $32, RSP
	RET // want error "32 bytes below where this RET expects it"

TEXT ·raised(SB), NOSPLIT, $0-0
	MOVD.W R0, -16(RSP)
	MOVD.P 32(RSP), R0
	RET    // want error "16 bytes above where this RET expects it"

TEXT ·written(SB), NOSPLIT, $0-0
	WORD $0xa9bf7bfd // stp x29, x30, [sp, #-16]!
	RET              // want error "16 bytes below where this RET expects it"
