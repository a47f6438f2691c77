#include "textflag.h"

TEXT ·padded(SB), NOSPLIT, $0-16
	MOVB ZR, ret+8(FP)
	RET

TEXT ·unpadded(SB), NOSPLIT, $0-9
	MOVB ZR, ret+8(FP)
	RET

TEXT ·between(SB), NOSPLIT, $0-12
	MOVB ZR, ret+8(FP)
	RET

// Who declares no stack check may leave the size out.
TEXT ·nosplit(SB), NOSPLIT, $0
	MOVD ZR, ret+24(FP)
	RET

TEXT ·numeric(SB), 4, $0
	MOVD ZR, ret+24(FP)
	RET

TEXT ·seven(SB), 7, $0
	MOVD ZR, ret+24(FP)
	RET

TEXT ·hex(SB), 0, $0x10-0x20
	MOVD ZR, ret+24(FP)
	RET

#define SIZE 16
#define FUNCTION(symbol) \
TEXT symbol(SB), NOSPLIT, $0-SIZE \
	MOVD ZR, ret+8(FP) \
	RET

FUNCTION(·made)
FUNCTION(·again)

TEXT ·spaced (SB), NOSPLIT, $0-16
	MOVD ZR, ret+8(FP)
	RET

/*
TEXT ·commented(SB), NOSPLIT, $0-8
	RET
*/
TEXT ·commented(SB), NOSPLIT, $0-16
	MOVD ZR, ret+8(FP)
	RET

#ifdef GOARCH_riscv64
TEXT ·chosen(SB), NOSPLIT, $0-8
	RET
#else
TEXT ·chosen(SB), NOSPLIT, $0-16
	MOVD ZR, ret+8(FP)
	RET
#endif

TEXT ·negative(SB), NOSPLIT|NOFRAME, $0-8
	RET

TEXT ·variadic(SB), NOSPLIT, $0-32
	RET

TEXT ·nothing(SB), 0, $8
	RET


// What other packages declare is not known here.
TEXT example·com∕other·f(SB), 0, $0-8
	RET
