#include "textflag.h"

#define EXCEPTION(name) \
TEXT name, NOSPLIT, $0; \
	RET

EXCEPTION(·divideError(SB))
EXCEPTION(·pageFault(SB))
