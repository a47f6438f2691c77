#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0-24
	RET

TEXT ·inTests(SB), NOSPLIT, $0-8
	RET


TEXT example·com∕declared∕other·pushed(SB), NOSPLIT, $0-8
	RET
