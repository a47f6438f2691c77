#include "textflag.h"
#include "funcdata.h"

// The arguments begin at 8(RSP).
TEXT ·caller(SB), 0, $32-16
	NO_LOCAL_POINTERS
	MOVD n+0(FP), R0
	MOVD R0, 0(RSP)
	MOVD R0, 8(RSP)
	CALL ·add(SB) // want error "b at 16\(RSP\), an argument of example.com/wrong-places-arm64.add, is never stored"
	MOVD 16(RSP), R0
	MOVD R0, ret+8(FP)
	RET

TEXT ·pairs(SB), 0, $32-16
	NO_LOCAL_POINTERS
	MOVD n+0(FP), R0
	STP  (R0, R0), 8(RSP)
	CALL ·add(SB)
	MOVD 24(RSP), R0
	MOVD R0, ret+8(FP)
	RET
