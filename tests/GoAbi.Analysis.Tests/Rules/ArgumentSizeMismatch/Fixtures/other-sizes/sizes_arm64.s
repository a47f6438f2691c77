#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $0-32
	MOVD ZR, ret+24(FP)
	RET

TEXT ·bare(SB), 0, $8-32
	MOVD ZR, ret+24(FP)
	RET

TEXT ·hex(SB), NOSPLIT, $0x10-0x1f // want warning "hex says 31 .* has 32"
	MOVD ZR, ret+24(FP)
	RET

TEXT ·macro(SB), NOSPLIT, $0-32
	MOVD ZR, ret+24(FP)
	RET

TEXT ·zero(SB), NOSPLIT|NOFRAME, $-8-32
	MOVD ZR, ret+24(FP)
	RET

TEXT ·numeric(SB), NOSPLIT, $0-32
	MOVD ZR, ret+24(FP)
	RET

TEXT ·variadic(SB), NOSPLIT, $0-32
	RET

TEXT ·made(SB), NOSPLIT, $0-16
	MOVD ZR, ret+8(FP)
	RET

TEXT ·ofMacro(SB), NOSPLIT, $0-16
	MOVD ZR, ret+8(FP)
	RET

