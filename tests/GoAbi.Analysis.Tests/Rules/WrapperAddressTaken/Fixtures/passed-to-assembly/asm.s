#include "textflag.h"

TEXT ·handler(SB), NOSPLIT, $0
	RET

TEXT ·install(SB), NOSPLIT, $0-16
	RET
