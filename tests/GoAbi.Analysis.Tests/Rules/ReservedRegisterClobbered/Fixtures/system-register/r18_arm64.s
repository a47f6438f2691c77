#include "textflag.h"

TEXT ·sum(SB), NOSPLIT, $0-16
	MOVD n+0(FP), R18_PLATFORM // want warning "R18 belongs to the system on darwin" error "R18 points to the thread's environment block on windows"
	MOVD R18_PLATFORM, ret+8(FP)
	RET
