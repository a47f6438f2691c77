#include "textflag.h"

TEXT ·hidden(SB), 0, $8-0
	STP.W (R19, R20), -16(RSP) // want warning "the assembler doesn't notice, and the function calls others"
	BL    ·goes(SB)
	LDP.P 16(RSP), (R19, R20)
	RET

TEXT ·numbers(SB), NOSPLIT, $0-0
	WORD $0xa9bf7bfd // want info "moved in a way that the assembler doesn't notice"
	WORD $0xa8c17bfd
	RET

TEXT ·noted(SB), 0, $8-0
	SUB $32, RSP
	BL  ·goes(SB)
	ADD $32, RSP
	RET
