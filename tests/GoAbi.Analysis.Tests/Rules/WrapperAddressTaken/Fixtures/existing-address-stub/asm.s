#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0
	RET

DATA ·memcpyAddress+0(SB)/8, $·memcpy(SB)
GLOBL ·memcpyAddress(SB), RODATA, $8
