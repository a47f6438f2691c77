#include "textflag.h"

TEXT ·pushes(SB), NOSPLIT, $16-8
	PUSHQ AX
	PUSHQ BX
	SUBQ  $64, SP
	LEAQ  64(SP), SP
	POPQ  BX
	POPQ  AX
	RET

TEXT ·aligned(SB), NOSPLIT, $0-0
	MOVQ SP, BX
	SUBQ $64, SP
	ANDQ $~31, SP
	MOVQ BX, 32(SP)
	MOVQ 32(SP), SP
	RET

TEXT ·early(SB), NOSPLIT, $0-8
	MOVQ x+0(FP), AX
	TESTQ AX, AX
	JEQ  none
	SUBQ $16, SP
	MOVQ AX, 0(SP)
	ADDQ $16, SP

none:
	RET

TEXT ·jumps(SB), NOSPLIT, $16-0
	ADDQ $16, SP
	POPQ BP
	JMP  ·early(SB)

// Takes its return address along.
TEXT ·callersReturn(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ 0(SP), CX
	SUBQ $8, SP
	MOVQ CX, 0(SP)
	RET

TEXT ·switches(SB), NOSPLIT, $0-8
	MOVQ to+0(FP), SP
	RET

// The other function ends with IRETQ.
TEXT ·trap(SB), NOSPLIT|NOFRAME, $0-0
	PUSHQ $0
	PUSHQ $13
	JMP   ·gone(SB)

TEXT ·gone(SB), NOSPLIT|NOFRAME, $0-0
	ADDQ $16, SP
	IRETQ

// What the bytes do isn't known.
TEXT ·bytes(SB), NOSPLIT, $0-0
	SUBQ $8, SP
	BYTE $0x48; BYTE $0x83; BYTE $0xc4; BYTE $0x08
	RET
