#include "textflag.h"

TEXT ·barrier(SB), NOSPLIT, $0-0
	LOCK
	ADDL $0, (SP)
	RET
