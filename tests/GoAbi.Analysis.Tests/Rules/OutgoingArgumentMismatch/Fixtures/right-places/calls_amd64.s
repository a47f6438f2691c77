#include "textflag.h"
#include "funcdata.h"

TEXT ·pushes(SB), 0, $16-8
	NO_LOCAL_POINTERS
	PUSHQ n+0(FP)
	PUSHQ AX
	CALL  ·text(SB)
	MOVQ  16(SP), AX
	MOVB  24(SP), CX
	POPQ  AX
	POPQ  AX
	RET

TEXT ·vector(SB), 0, $32-8
	NO_LOCAL_POINTERS
	MOVOU X0, 0(SP)
	CALL  ·text(SB)
	MOVQ  16(SP), AX
	RET

// What the first call was given stays for the second.
TEXT ·twice(SB), 0, $32-8
	NO_LOCAL_POINTERS
	MOVQ AX, 0(SP)
	MOVQ CX, 8(SP)
	CALL ·text(SB)
	MOVQ DX, 0(SP)
	CALL ·text(SB)
	RET

TEXT ·branches(SB), 0, $32-8
	NO_LOCAL_POINTERS
	MOVQ AX, 0(SP)
	CMPQ AX, $0
	JEQ  zero
	MOVQ AX, 8(SP)
	JMP  call

zero:
	MOVQ $0, 8(SP)

call:
	CALL ·text(SB)
	RET

TEXT fill<>(SB), NOSPLIT, $0-0
	MOVQ AX, 0(DI)
	MOVQ AX, 8(DI)
	RET

TEXT ·passesItsFrame(SB), 0, $32-8
	NO_LOCAL_POINTERS
	LEAQ 0(SP), DI
	CALL fill<>(SB)
	CALL ·text(SB)
	RET

TEXT ·blanks(SB), 0, $16-8
	NO_LOCAL_POINTERS
	MOVQ AX, 8(SP)
	CALL ·blank(SB)
	MOVQ AX, 0(SP)
	CALL ·first(SB)
	RET

TEXT ·inHalves(SB), 0, $32-8
	NO_LOCAL_POINTERS
	MOVL AX, 0(SP)
	MOVL AX, 4(SP)
	MOVL CX, 8(SP)
	MOVL CX, 12(SP)
	CALL ·text(SB)
	MOVL 16(SP), AX
	MOVL 20(SP), CX
	RET

TEXT ·first(SB), NOSPLIT, $0-16
	MOVQ a+0(FP), AX
	RET
