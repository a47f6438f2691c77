#include "textflag.h"

TEXT ·padding(SB), NOSPLIT, $8-0
	MOVD R0, 8(RSP)
	MOVD R0, 16(RSP) // want warning "writes above the locals of the frame, which are 8 bytes"
	RET
