#include "textflag.h"

TEXT ·index(SB), NOSPLIT, $0-40
	MOVQ s_base+0(FP), SI
	MOVQ s_len+8(FP), BX
	MOVB c+24(FP), AL
	MOVQ BX, n+32(FP)
	RET

TEXT ·halves(SB), NOSPLIT, $0-9
	MOVQ x+0(FP), AX
	MOVB b+8(FP), AL
	RET

#define OFF 8
TEXT ·macros(SB), NOSPLIT, $0-16
	MOVQ a+(OFF-8)(FP), AX
	MOVQ b+OFF(FP), AX
	RET

// vet reads the second statement with the first one's eyes, and block comments as code.
TEXT ·same(SB), NOSPLIT, $0-16
	MOVQ a+0(FP), AX; MOVQ b+0x8(FP), BX
	/* MOVQ b+0(FP), AX */
	LEAQ b+8(FP), AX
	MOVQ $b+8(FP), AX
	RET

TEXT ·other<>(SB), NOSPLIT, $0-16
	MOVQ b+0(FP), AX
	RET
