#include "textflag.h"

TEXT ·early(SB), NOSPLIT, $0-8
	SUBQ $16, SP
	MOVQ AX, 8(SP)
	TESTQ AX, AX
	JEQ  out
	ADDQ $16, SP

out:
	RET // want error "ways that lead to this RET leave the stack pointer at different places"

TEXT ·short(SB), NOSPLIT, $8-8
	SUBQ $24, SP
	ADDQ $16, SP
	RET // want error "the stack pointer is 8 bytes below where this RET expects it"

TEXT ·loop(SB), NOSPLIT, $0-8
	MOVQ $3, CX

again:
	PUSHQ CX
	DECQ  CX
	JNE   again
	POPQ  CX
	RET // want error "ways that lead to this RET"

TEXT ·pushed(SB), NOSPLIT, $0-8
	PUSHQ AX
	JEQ   out
	POPQ  AX
	RET

out:
	NOP
	RET // want error "the stack pointer is 8 bytes below where this RET expects it"

TEXT ·tail(SB), NOSPLIT, $0-0
	SUBQ $8, SP
	JMP  ·other(SB) // want error "8 bytes below where this JMP expects it"

TEXT ·other(SB), NOSPLIT, $0-0
	RET

// A call that never was.
TEXT ·faked(SB), NOSPLIT, $0-0
	PUSHQ BX
	PUSHQ AX
	JMP   ·early(SB) // want info "16 bytes below where this JMP expects it"
