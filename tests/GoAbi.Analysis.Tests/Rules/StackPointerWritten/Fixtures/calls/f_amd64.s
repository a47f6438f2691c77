#include "textflag.h"

#define RESERVE(n) \
	SUBQ $n, SP

TEXT ·f(SB), 0, $8-0
	SUBQ $32, SP // want warning "and the function calls others: a traceback through it stops the program"
	CALL ·goes(SB)
	ADDQ $32, SP
	RET

TEXT ·inMacro(SB), NOSPLIT, $0-0
	RESERVE(64) // want info "tracebacks end at this function"
	ADDQ $64, SP
	RET

TEXT ·leaf(SB), NOSPLIT, $0-0
	MOVQ SP, BX
	ANDQ $~63, SP // want info "tracebacks end at this function"
	MOVQ BX, SP
	RET

TEXT ·switches(SB), NOSPLIT, $0-8
	MOVQ SP, R12
	MOVQ to+0(FP), SP // want info "tracebacks end at this function"
	CALL ·goes(SB)
	MOVQ R12, SP
	RET

// As entries of the kernel do.
TEXT ·enters(SB), NOSPLIT, $0-0
	ADDQ $-8, SP // want info "tracebacks end at this function"
	BYTE $0x0f; BYTE $0x01; BYTE $0xf8 // SWAPGS
	MOVQ 8(AX), SP
	CALL ·goes(SB)
	INT  $3

TEXT ·local(SB), NOSPLIT, $0-0
	LEAQ -64(SP), SP // want info "tracebacks end at this function"
	CALL ·leaf(SB)
	LEAQ 64(SP), SP
	RET
