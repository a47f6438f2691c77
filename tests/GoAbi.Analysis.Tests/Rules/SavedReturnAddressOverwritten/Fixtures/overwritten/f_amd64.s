#include "textflag.h"

TEXT ·bp(SB), NOSPLIT, $16-0
	MOVQ AX, 16(SP) // want error "MOVQ AX, 16\(SP\) overwrites the caller's frame pointer"
	MOVQ AX, 8(SP)
	RET

TEXT ·vector(SB), NOSPLIT, $16-0
	MOVOU X0, 0(SP)
	MOVOU X0, 8(SP) // want error "overwrites the caller's frame pointer"
	RET

TEXT ·address(SB), NOSPLIT, $0-0
	PUSHQ AX
	MOVQ  AX, 0(SP)
	MOVQ  AX, 8(SP) // want error "MOVQ AX, 8\(SP\) overwrites the return address"
	POPQ  AX
	RET

TEXT ·changed(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ 0(SP), AX
	ORQ  $1, AX
	MOVQ AX, 0(SP) // want info "overwrites the return address"
	RET

TEXT ·pointer(SB), NOSPLIT, $16-0
	LEAQ x-16(SP), DI
	MOVQ AX, 8(DI)
	MOVQ AX, 16(DI) // want error "MOVQ AX, 16\(DI\) overwrites the caller's frame pointer"
	RET
