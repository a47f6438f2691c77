#include "textflag.h"

// Static: not the Go function of the same name.
TEXT plain<>(SB), NOSPLIT, $0
	RET

TEXT ·useStatic(SB), NOSPLIT, $0
	JMP plain<>(SB)
