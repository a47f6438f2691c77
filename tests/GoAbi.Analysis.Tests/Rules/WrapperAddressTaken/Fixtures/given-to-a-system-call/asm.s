#include "textflag.h"

TEXT ·handler(SB), NOSPLIT, $0
	RET
