#include "textflag.h"

// Nothing: only amd64 is looked at.
TEXT nothing<>(SB), NOSPLIT, $0-0
	RET
