#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0-24
	RET
