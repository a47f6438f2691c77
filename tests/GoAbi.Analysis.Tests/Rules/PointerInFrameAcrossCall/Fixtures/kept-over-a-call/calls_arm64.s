#include "textflag.h"
#include "funcdata.h"

TEXT ·result(SB), 0, $24-0
	NO_LOCAL_POINTERS
	CALL ·get(SB)
	MOVD 8(RSP), R0
	MOVD R0, 24(RSP)
	MOVD $9, R3
	MOVD R3, 8(RSP)
	CALL ·use(SB)
	MOVD 24(RSP), R0 // want warning "the pointer ret, a result of example.com/kept-over-a-call.get was kept in the frame over the call of example.com/kept-over-a-call.use"
	MOVD (R0), R1
	RET

// p may point into the stack of a caller.
TEXT ·argument(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVD p+0(FP), R0
	MOVD R0, R2
	MOVD R2, p-8(SP)
	MOVD n+8(FP), R1
	MOVD R1, 8(RSP)
	CALL ·use(SB)
	MOVD p-8(SP), R0 // want warning "the pointer p was kept in the frame over the call of example.com/kept-over-a-call.use"
	MOVD (R0), R1
	MOVD R1, ret+16(FP)
	RET

// What p points to is in the heap, and p+0(FP) keeps it alive.
TEXT ·escapes(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVD p+0(FP), R0
	MOVD R0, p-8(SP)
	MOVD n+8(FP), R1
	MOVD R1, 8(RSP)
	CALL ·use(SB)
	MOVD p-8(SP), R0
	MOVD (R0), R1
	MOVD R1, ret+16(FP)
	RET

TEXT ·readAgain(SB), 0, $24-24
	NO_LOCAL_POINTERS
	MOVD n+8(FP), R1
	MOVD R1, 8(RSP)
	MOVD R1, n-8(SP)
	CALL ·use(SB)
	MOVD n-8(SP), R2
	MOVD p+0(FP), R0
	MOVD (R0), R1
	MOVD R1, ret+16(FP)
	RET
