#include "textflag.h"
#include "funcdata.h"

// The result is at 16(SP), where the caller's BP is kept.
TEXT ·twice(SB), 0, $16-16
	NO_LOCAL_POINTERS
	MOVQ x+0(FP), AX
	MOVQ AX, 0(SP)
	MOVQ AX, 8(SP)
	CALL ·sum(SB) // want error "example.com/saved-frame-pointer-overwritten.sum has 24 bytes of arguments and results, and the frame of twice has place for 16: they overlap the saved frame pointer$"
	MOVQ 16(SP), AX
	MOVQ AX, ret+8(FP)
	RET

TEXT ·noFrame(SB), 0, $8-16
	NO_LOCAL_POINTERS
	CALL ·sum(SB) // want error "has place for 8: they overlap the saved frame pointer and the return address"
	RET

// 24 bytes are pushed: the first two are the arguments, the result is at 16(SP).
TEXT ·pushed(SB), 0, $0-16
	NO_LOCAL_POINTERS
	PUSHQ AX
	PUSHQ x+0(FP)
	PUSHQ x+0(FP)
	CALL  ·sum(SB)
	POPQ  AX
	POPQ  AX
	CALL  ·sum(SB) // want error "has place for 8:"
	POPQ  AX
	RET

TEXT ·throughRegister(SB), 0, $16-16
	NO_LOCAL_POINTERS
	MOVQ $·sum(SB), CX
	CALL CX // want error "has place for 16: they overlap the saved frame pointer"
	RET

// What a TEXT without Go declaration reads counts, not what it says.
TEXT ·ofAssembly(SB), NOSPLIT, $8-16
	CALL helper<>(SB) // want error "helper.* has 16 bytes of arguments and results, and the frame of ofAssembly has place for 8"
	CALL registers<>(SB)
	RET

TEXT helper<>(SB), NOSPLIT, $0-16
	MOVQ a+0(FP), AX
	MOVQ AX, ret+8(FP)
	RET

TEXT registers<>(SB), NOSPLIT, $0-64
	ADDQ AX, BX
	RET

TEXT ·large(SB), 0, $24-16
	NO_LOCAL_POINTERS
	MOVQ x+0(FP), AX
	MOVQ AX, 0(SP)
	MOVQ AX, 8(SP)
	CALL ·sum(SB)
	MOVQ 16(SP), AX
	MOVQ AX, ret+8(FP)
	RET
