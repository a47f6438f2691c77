#include "textflag.h"
#include "funcdata.h"

TEXT step<>(SB), NOSPLIT, $600-0
	MOVQ AX, 0(SP)
	RET

TEXT checked<>(SB), 0, $2000-0
	MOVQ AX, 0(SP)
	RET

TEXT ·run(SB), 0, $400-0
	NO_LOCAL_POINTERS
	MOVQ $step<>(SB), AX
	CALL AX
	RET

TEXT ·small(SB), NOSPLIT, $104-0
	MOVQ $step<>(SB), AX
	CALL AX
	RET

TEXT ·toChecked(SB), NOSPLIT, $400-0
	NO_LOCAL_POINTERS
	MOVQ $checked<>(SB), AX
	CALL AX
	RET
