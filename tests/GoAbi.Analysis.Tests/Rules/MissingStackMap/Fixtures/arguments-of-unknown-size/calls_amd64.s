#include "textflag.h"

TEXT ·outer(SB), 0, $0-0
	CALL inner<>(SB)
	RET

TEXT inner<>(SB), NOSPLIT, $0
	CALL ·Visit(SB) // want error "inner.* has arguments of unknown size"
	RET
