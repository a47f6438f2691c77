#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $0-24 // want warning "TEXT of sum says 24 bytes of arguments and results; its Go declaration has 32"
	MOVQ $0, ret+24(FP)
	RET

TEXT ·bare(SB), 0, $8 // want warning "TEXT of bare says no size of arguments; its Go declaration has 32"
	MOVQ $0, ret+24(FP)
	RET

TEXT ·hex(SB), NOSPLIT, $0x10-0x18 // want warning "hex says 24 .* has 32"
	MOVQ $0, ret+24(FP)
	RET

#define ARGS 24
TEXT ·macro(SB), NOSPLIT, $0-ARGS // want warning "macro says 24 .* has 32"
	MOVQ $0, ret+24(FP)
	RET

// vet takes a written 0 for none at all.
TEXT ·zero(SB), NOSPLIT, $0-0 // want warning "zero says 0 bytes"
	MOVQ $0, ret+24(FP)
	RET

TEXT ·numeric(SB), 2, $0 // want warning "numeric says no size"
	MOVQ $0, ret+24(FP)
	RET

TEXT ·variadic(SB), NOSPLIT, $0-8 // want warning "variadic says 8 .* has 32"
	RET

#define FUNCTION(symbol, size) \
TEXT symbol(SB), NOSPLIT, $0-size \
	MOVQ $0, ret+8(FP) \
	RET

FUNCTION(·made, 16)
FUNCTION(·ofMacro, 8) // want warning "ofMacro says 8 .* has 16"

