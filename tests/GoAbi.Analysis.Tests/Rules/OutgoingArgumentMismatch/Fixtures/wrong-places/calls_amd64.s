#include "textflag.h"
#include "funcdata.h"

// p is at 8(SP).
TEXT ·straddles(SB), 0, $24-8
	NO_LOCAL_POINTERS
	MOVL $1, 0(SP)
	MOVQ p+0(FP), AX
	MOVQ AX, 4(SP) // want error "of p at 8\(SP\), an argument of .*visit of 8 bytes, only 4 are ever stored"
	CALL ·visit(SB)
	MOVB 16(SP), AL
	RET

TEXT ·never(SB), 0, $24-8
	NO_LOCAL_POINTERS
	MOVL $1, 0(SP)
	CALL ·visit(SB) // want error "p at 8\(SP\), an argument of example.com/wrong-places.visit, is never stored"
	RET

TEXT ·overwrites(SB), 0, $16-0
	NO_LOCAL_POINTERS
	MOVL AX, 4(SP)
	MOVQ CX, 0(SP) // want error "8 bytes are stored at 0\(SP\) for .*pair, where a has 4: this overwrites b at 4\(SP\), which was stored before"
	CALL ·pair(SB)
	RET

TEXT ·partly(SB), 0, $32-0
	NO_LOCAL_POINTERS
	MOVQ AX, 0(SP)
	MOVL CX, 8(SP) // want error "of s_len at 8\(SP\), an argument of .*text of 8 bytes, only 4 are ever stored"
	CALL ·text(SB)
	RET

TEXT ·loads(SB), 0, $16-0
	NO_LOCAL_POINTERS
	MOVL $1, 0(SP)
	MOVL $2, 4(SP)
	CALL ·pair(SB)
	MOVQ 8(SP), AX
	MOVL 12(SP), BX
	MOVQ 10(SP), CX // want error "8 bytes are loaded from 10\(SP\), where .*pair has left low at 8\(SP\) of 4 bytes"
	RET

TEXT ·wide(SB), 0, $40-1
	NO_LOCAL_POINTERS
	MOVQ AX, 0(SP)
	MOVQ CX, 8(SP)
	CALL ·text(SB)
	MOVQ 24(SP), AX // want warning "8 bytes are loaded from 24\(SP\), where .*text has left ok at 24\(SP\) of 1 bytes: the others are not written"
	MOVB AX, ret+0(FP)
	MOVB 25(SP), AX // want error "1 bytes are loaded from 25\(SP\), where .*text leaves nothing: n at 16\(SP\), ok at 24\(SP\)"
	RET

// The address is followed.
TEXT ·throughRegister(SB), 0, $32-0
	NO_LOCAL_POINTERS
	MOVQ SP, DI
	MOVQ AX, 0(DI)
	MOVL CX, 8(DI) // want error "of s_len at 8\(SP\)"
	CALL ·text(SB)
	RET

TEXT ·indirect(SB), 0, $32-0
	NO_LOCAL_POINTERS
	MOVQ AX, 0(SP)
	MOVQ $·text(SB), CX
	CALL CX // want error "s_len at 8\(SP\), an argument of .*text, is never stored"
	RET
