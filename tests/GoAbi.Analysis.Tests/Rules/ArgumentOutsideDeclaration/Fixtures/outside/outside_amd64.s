#include "textflag.h"

TEXT ·first(SB), NOSPLIT, $8-16
	MOVQ AX, ret+8(FP)
	MOVQ AX, res+16(FP) // want error "res.16.FP. of first is behind the 16 bytes of arguments and results"
	LEAQ end+24(FP), AX // want error "end.24.FP. of first is behind"
	MOVQ local-16(FP), AX // want info "local-16.FP. of first is below the first argument, in the function's own frame"
	RET

TEXT ·none(SB), NOSPLIT, $0-0
	MOVQ x+0(FP), AX // want error "x.0.FP. of none is behind the 0 bytes"
	RET

TEXT helper<>(SB), NOSPLIT, $0-16
	MOVQ a+8(FP), AX
	MOVQ b+16(FP), AX // want warning "b.16.FP. of helper<> is behind the 16 bytes"
	MOVOU a+8(FP), X0 // want warning "a.8.FP. of helper<> is behind the 16 bytes"
	RET
