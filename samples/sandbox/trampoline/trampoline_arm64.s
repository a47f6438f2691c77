#include "textflag.h"

// func Entry()
TEXT ·Entry(SB), NOSPLIT|NOFRAME, $0
again:
	BRK
	B again

// func FirstWord() uint32
TEXT ·FirstWord(SB), NOSPLIT, $0-4
	MOVWU ·Entry(SB), R0
	MOVW  R0, ret+0(FP)
	RET
