#include "textflag.h"

DATA constant<>+0(SB)/8, $5
GLOBL constant<>(SB), RODATA, $8

TEXT ·scaled(SB), NOSPLIT, $0-16
	MOVQ  n+0(FP), R15
	MOVQ  ·scale(SB), AX
	IMULQ R15, AX // want warning "with -dynlink .* R15 is overwritten by the access to a global variable in line 8"
	MOVQ  AX, ret+8(FP)
	RET

TEXT ·writtenFirst(SB), NOSPLIT, $0-16
	MOVQ  ·scale(SB), AX
	MOVQ  n+0(FP), R15
	IMULQ R15, AX
	MOVQ  ·scale(SB), CX
	XORQ  R15, R15
	ADDQ  R15, AX
	MOVQ  AX, ret+8(FP)
	RET

TEXT ·ofThisFile(SB), NOSPLIT, $0-16
	MOVQ  n+0(FP), R15
	MOVQ  constant<>(SB), AX
	LEAQ  ·scale(SB), CX
	IMULQ R15, AX
	MOVQ  AX, ret+8(FP)
	RET
