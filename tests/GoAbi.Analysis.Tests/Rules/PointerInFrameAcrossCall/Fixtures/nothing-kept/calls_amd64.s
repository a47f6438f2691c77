#include "textflag.h"
#include "funcdata.h"

// The word is written anew before it is read.
TEXT ·argument(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVQ p+0(FP), AX
	MOVQ AX, p-8(SP)
	MOVQ n+8(FP), CX
	MOVQ CX, 0(SP)
	CALL ·use(SB)
	MOVQ p+0(FP), AX
	MOVQ AX, p-8(SP)
	MOVQ p-8(SP), AX
	MOVQ (AX), CX
	MOVQ CX, ret+16(FP)
	RET

TEXT ·ofNosplit(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVQ p+0(FP), AX
	MOVQ AX, p-8(SP)
	CALL ·quick(SB)
	MOVQ p-8(SP), AX
	MOVQ (AX), CX
	MOVQ CX, ret+16(FP)
	RET
