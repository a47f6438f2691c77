#include "textflag.h"

TEXT ·link(SB), NOSPLIT, $8-8
	MOV X5, 0(X2) // want error "overwrites the saved link register"
	MOV X5, 8(X2)
	RET
