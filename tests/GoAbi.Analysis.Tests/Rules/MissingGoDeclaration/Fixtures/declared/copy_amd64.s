#include "textflag.h"

/* TEXT ·inBlockComment(SB), NOSPLIT, $0-8
	RET */

#define FUNCTION(symbol) \
TEXT symbol(SB), NOSPLIT, $0-24 \
	RET

FUNCTION(·memcpy)

// A space is no part of the name.
TEXT ·inTests (SB), NOSPLIT, $0-8
	RET


TEXT example·com∕declared∕other·pushed(SB), NOSPLIT, $0-8
	RET

TEXT helper<>(SB), NOSPLIT, $0-8
	RET

TEXT ·entry(SB), NOSPLIT|NOFRAME, $0-8
	RET

TEXT notOfAnyPackage(SB), NOSPLIT, $0
	RET

#ifdef GOARCH_386
TEXT ·notHere(SB), NOSPLIT, $0-8
	RET
#endif
