#include "textflag.h"

TEXT ·f(SB), $16-8
	CALL ·g(SB)
	JMP  ·slow(SB) // want error "JMP ·slow\(SB\) leaves the frame of 24 bytes on the stack: RET ·slow\(SB\) drops it first"

TEXT ·g(SB), NOSPLIT, $8-8
	JMP ·slow(SB) // want error "leaves the frame of 16 bytes"

TEXT ·slow(SB), NOSPLIT, $0-8
	RET
