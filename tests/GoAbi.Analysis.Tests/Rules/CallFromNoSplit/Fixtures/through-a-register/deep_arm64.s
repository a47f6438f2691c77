#include "textflag.h"

TEXT step<>(SB), NOSPLIT, $600-0
	MOVD R0, 8(RSP)
	RET

TEXT ·run(SB), NOSPLIT, $400-0
	MOVD $step<>(SB), R1
	CALL (R1) // want warning "both NOSPLIT: the linker allows 800"
	RET

TEXT ·through(SB), NOSPLIT, $8-0
	MOVD $step<>(SB), R1
	CALL (R1)
	RET
