#include "textflag.h"

TEXT ·f(SB), $16-8
	BL ·g(SB)
	B  ·slow(SB) // want error "B ·slow\(SB\) leaves the frame of 32 bytes"

TEXT ·g(SB), NOSPLIT, $0-8
	B ·slow(SB)

TEXT ·slow(SB), NOSPLIT, $0-8
	RET
