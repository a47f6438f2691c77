#include "textflag.h"
#include "funcdata.h"

TEXT ·each(SB), 0, $8-8
	NO_LOCAL_POINTERS
	MOVD n+0(FP), R0
	MOVD R0, 8(RSP)
	CALL ·Visit(SB)
	RET

// The frame is empty, and the compiler has made a map of the arguments.
TEXT ·withoutFrame(SB), NOSPLIT, $0-8
	CALL inner<>(SB)
	RET

TEXT inner<>(SB), NOSPLIT, $0-0
	RET

TEXT ·leafOnly(SB), 0, $64-8
	CALL inner<>(SB)
	RET

TEXT ·ofNosplit(SB), NOSPLIT, $8-8
	MOVD n+0(FP), R0
	MOVD R0, 8(RSP)
	CALL ·quick(SB)
	RET
