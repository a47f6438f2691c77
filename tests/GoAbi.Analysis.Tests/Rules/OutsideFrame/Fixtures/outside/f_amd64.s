#include "textflag.h"

TEXT ·redZone(SB), NOSPLIT, $0-0
	MOVQ AX, -8(SP) // want warning "MOVQ AX, -8\(SP\) writes 8 bytes below the stack pointer"
	MOVQ -8(SP), AX
	RET

TEXT ·locals(SB), NOSPLIT, $16-0
	MOVQ AX, x-16(SP)
	MOVQ AX, y-24(SP) // want warning "writes 8 bytes below the stack pointer"
	RET

TEXT ·wide(SB), NOSPLIT, $16-0
	VMOVDQU X0, x-16(SP)
	VMOVDQU Y0, x-32(SP) // want warning "writes 16 bytes below the stack pointer"
	RET

TEXT ·reads(SB), NOSPLIT, $0-0
	MOVQ -16(SP), AX // want info "reads 16 bytes below the stack pointer"
	RET

TEXT ·lowers(SB), NOSPLIT, $0-0
	MOVQ AX, -8(SP) // want info "writes 8 bytes below"
	SUBQ $8, SP
	ADDQ $8, SP
	RET

TEXT ·fromC(SB), NOSPLIT, $0
	MOVQ AX, -8(SP) // want info "writes 8 bytes below"
	RET
