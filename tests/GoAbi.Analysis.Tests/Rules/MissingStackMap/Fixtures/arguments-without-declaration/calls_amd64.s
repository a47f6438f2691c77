#include "textflag.h"
#include "funcdata.h"

TEXT ·outer(SB), 0, $8-8
	NO_LOCAL_POINTERS
	MOVQ p+0(FP), AX
	MOVQ AX, 0(SP)
	CALL inner<>(SB)
	RET

// Only the caller's map says that p is a pointer, and it is of the caller's frame.
TEXT inner<>(SB), NOSPLIT, $0-8
	CALL ·Visit(SB) // want error "inner.* has 8 bytes of arguments and no Go declaration .*Visit may grow the stack"
	RET

TEXT ·outerLarge(SB), 0, $8-8
	NO_LOCAL_POINTERS
	MOVQ p+0(FP), AX
	MOVQ AX, 0(SP)
	CALL innerLarge<>(SB)
	RET

TEXT innerLarge<>(SB), 0, $256-8 // want error "its own check of the stack's bound may grow the stack"
	MOVQ p+0(FP), AX
	MOVQ AX, 0(SP)
	RET
