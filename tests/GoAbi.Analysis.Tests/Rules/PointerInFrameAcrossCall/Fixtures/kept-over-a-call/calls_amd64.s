#include "textflag.h"
#include "funcdata.h"

TEXT ·result(SB), 0, $24-0
	NO_LOCAL_POINTERS
	CALL ·get(SB)
	MOVQ 0(SP), AX
	MOVQ AX, 16(SP)
	MOVQ $9, 0(SP)
	CALL ·use(SB)
	MOVQ 16(SP), AX // want warning "the pointer ret, a result of example.com/kept-over-a-call.get was kept in the frame over the call of example.com/kept-over-a-call.use"
	MOVQ (AX), CX
	RET

// p may point into the stack of a caller.
TEXT ·argument(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVQ p+0(FP), AX
	MOVQ AX, DX
	MOVQ DX, p-8(SP)
	MOVQ n+8(FP), CX
	MOVQ CX, 0(SP)
	CALL ·use(SB)
	MOVQ p-8(SP), AX // want warning "the pointer p was kept in the frame over the call of example.com/kept-over-a-call.use"
	MOVQ (AX), CX
	MOVQ CX, ret+16(FP)
	RET

// What p points to is in the heap, and p+0(FP) keeps it alive.
TEXT ·escapes(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVQ p+0(FP), AX
	MOVQ AX, p-8(SP)
	MOVQ n+8(FP), CX
	MOVQ CX, 0(SP)
	CALL ·use(SB)
	MOVQ p-8(SP), AX
	MOVQ (AX), CX
	MOVQ CX, ret+16(FP)
	RET

TEXT ·readAgain(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVQ n+8(FP), CX
	MOVQ CX, 0(SP)
	MOVQ CX, n-8(SP)
	CALL ·use(SB)
	MOVQ n-8(SP), DX
	MOVQ p+0(FP), AX
	MOVQ (AX), CX
	MOVQ CX, ret+16(FP)
	RET
