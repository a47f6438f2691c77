#include "textflag.h"

TEXT ·argument(SB), NOSPLIT, $0-8
	MOVQ 8(SP), AX // want warning "8\(SP\) is 8 bytes above where the stack pointer is at the function's begin: up to Go 1.20 the function has no frame, since Go 1.21 the assembler saves BP first"
	CALL ·handle(SB)
	RET

TEXT ·interrupt(SB), NOSPLIT, $0-0
	PUSHQ AX
	CALL  ·handle(SB)
	POPQ  AX
	IRETQ // want warning "IRETQ needs what the CPU pushed on top of the stack"

TEXT ·pointer(SB), NOSPLIT, $0-0
	CALL ·handle(SB)
	MOVQ AX, BP
	RET // want warning "RET gives BP back only where the assembler has saved it"
