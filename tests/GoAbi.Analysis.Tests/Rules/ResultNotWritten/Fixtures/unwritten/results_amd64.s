#include "textflag.h"

TEXT ·find(SB), NOSPLIT, $0-33
	MOVQ n+8(FP), CX
	TESTQ CX, CX
	JEQ none
	MOVQ $0, i+24(FP)
	MOVB $1, ok+32(FP)
	RET
none:
	MOVB $0, ok+32(FP)
	RET // want error "find returns here without writing its result i.24.FP.$"

TEXT ·name(SB), NOSPLIT, $0-24
	MOVQ $0, s_base+8(FP)
	RET // want error "name returns here without writing its result s_len.16.FP.$"

// vet looks at the first result only, and only where it has no name.
TEXT ·second(SB), NOSPLIT, $0-24
	MOVQ $0, ret+8(FP)
	RET // want error "without writing its result ret1.16"

TEXT ·loop(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), CX
again:
	TESTQ CX, CX
	JEQ done
	MOVQ CX, ret+8(FP)
	DECQ CX
	JMP again
done:
	RET // want warning "without writing its result ret.8.FP. on some ways"

// Reading a result doesn't write it.
TEXT ·read(SB), NOSPLIT, $0-16
	MOVQ ret+8(FP), AX
	CMPQ ret+8(FP), $0
	RET // want error "without writing its result ret.8"

TEXT ·table(SB), NOSPLIT, $24-16
	MOVQ AX, 8(SP) // a local
	MOVQ AX, x-8(SP)
	CALL leaf<>(SB)
	/* MOVQ AX, ret+8(FP) */
	RET // want error "without writing its result ret.8"

TEXT leaf<>(SB), NOSPLIT, $0
	RET
