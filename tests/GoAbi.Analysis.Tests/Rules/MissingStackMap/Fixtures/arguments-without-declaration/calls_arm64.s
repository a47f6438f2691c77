#include "textflag.h"
#include "funcdata.h"

TEXT ·outer(SB), 0, $8-8
	NO_LOCAL_POINTERS
	MOVD p+0(FP), R0
	MOVD R0, 8(RSP)
	CALL inner<>(SB)
	RET

// Only the caller's map says that p is a pointer, and it is of the caller's frame.
TEXT inner<>(SB), NOSPLIT, $0-8
	CALL ·Visit(SB) // want error "inner.* has 8 bytes of arguments and no Go declaration .*Visit may grow the stack"
	RET

TEXT ·outerLarge(SB), 0, $8-8
	NO_LOCAL_POINTERS
	MOVD p+0(FP), R0
	MOVD R0, 8(RSP)
	CALL innerLarge<>(SB)
	RET

TEXT innerLarge<>(SB), 0, $256-8 // want error "its own check of the stack's bound may grow the stack"
	MOVD p+0(FP), R0
	MOVD R0, 8(RSP)
	RET
