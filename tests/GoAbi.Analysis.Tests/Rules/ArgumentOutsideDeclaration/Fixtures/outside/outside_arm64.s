#include "textflag.h"

TEXT ·first(SB), NOSPLIT, $0-16
	MOVD R0, ret+8(FP)
	MOVD R0, res+16(FP) // want error "behind the 16 bytes"
	RET

TEXT ·none(SB), NOSPLIT, $0-0
	RET

TEXT helper<>(SB), NOSPLIT, $0-16
	LDP a+8(FP), (R0, R1) // want warning "behind the 16 bytes"
	RET
