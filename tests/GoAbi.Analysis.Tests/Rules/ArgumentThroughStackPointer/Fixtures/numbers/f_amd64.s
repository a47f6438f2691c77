#include "textflag.h"

TEXT ·framed(SB), NOSPLIT, $16-32
	MOVQ 32(SP), AX // want warning "32\(SP\) is x\+0\(FP\)"
	MOVQ 40(SP), BX // want warning "40\(SP\) is s_base\+8\(FP\)"
	MOVQ AX, 56(SP) // want warning "56\(SP\) is r\+24\(FP\)"
	MOVQ 64(SP), CX // want warning "64\(SP\) points beyond the arguments and results, which are 32 bytes"
	MOVQ 24(SP), CX
	RET

TEXT ·frameless(SB), NOSPLIT|NOFRAME, $0-8
	MOVQ 8(SP), AX // want warning "8\(SP\) is x\+0\(FP\)"
	RET

TEXT ·entered(SB), NOSPLIT, $0-0
	MOVQ  40(SP), AX // want info "40\(SP\) points beyond the arguments"
	IRETQ

TEXT ·noframe(SB), NOSPLIT|NOFRAME, $0-8
	MOVQ 40(SP), AX
	RET

TEXT ·pushed(SB), NOSPLIT, $0-16
	PUSHQ BX
	MOVQ  24(SP), AX // want warning "24\(SP\) is y\+8\(FP\)"
	POPQ  BX
	RET

TEXT ·lowered(SB), NOSPLIT, $0-16
	SUBQ $64, SP
	MOVQ 72(SP), AX // want warning "72\(SP\) is x\+0\(FP\)"
	MOVQ y+8(FP), AX
	MOVQ 8(SP), AX
	ADDQ $64, SP
	RET
