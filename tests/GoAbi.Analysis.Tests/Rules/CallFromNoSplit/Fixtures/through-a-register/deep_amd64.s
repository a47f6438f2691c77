#include "textflag.h"

TEXT step<>(SB), NOSPLIT, $600-0
	MOVQ AX, 0(SP)
	RET

TEXT ·run(SB), NOSPLIT, $400-0
	MOVQ $step<>(SB), AX
	CALL AX // want warning "run has taken 416 bytes of stack and .*step.* takes 608 more, both NOSPLIT: the linker allows 792"
	RET

TEXT middle<>(SB), NOSPLIT, $104-0
	CALL step<>(SB)
	RET

TEXT ·through(SB), NOSPLIT, $200-0
	MOVQ $middle<>(SB), AX
	CALL AX // want warning "through has taken 216 bytes of stack and .*middle.* takes 728 more"
	RET
