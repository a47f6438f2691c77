#include "textflag.h"

TEXT ·first(SB), NOSPLIT, $8-16
	MOVQ p+0(FP), AX
	MOVQ AX, ret+8(FP)
	/* MOVQ AX, res+16(FP) */
	RET

TEXT ·odd(SB), NOSPLIT, $0-9
	MOVL n+0(FP), AX
	ANDL $1, AX
	MOVB AX, ret+8(FP)
	RET

TEXT helper<>(SB), NOSPLIT, $0-16
	MOVQ a+8(FP), AX
	LEAQ end+16(FP), AX // where a loop over the arguments ends
	RET

// Without a size nothing is known.
TEXT other<>(SB), NOSPLIT, $0
	MOVQ a+8(FP), AX
	RET

// The size is cut to 32 bits and says nothing.
TEXT huge<>(SB), NOSPLIT, $0-9223372036854775807
	MOVQ a+8(FP), AX
	RET
