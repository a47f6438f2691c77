#include "textflag.h"
#include "funcdata.h"

TEXT ·caller(SB), 0, $32-16
	NO_LOCAL_POINTERS
	MOV  n+0(FP), X10
	MOV  X10, 8(X2)
	CALL ·add(SB) // want error "b at 16\(SP\), an argument of example.com/wrong-places-arm64.add, is never stored"
	RET

TEXT ·pairs(SB), 0, $32-16
	NO_LOCAL_POINTERS
	MOV  n+0(FP), X10
	MOV  X10, 8(X2)
	MOV  X10, 16(X2)
	CALL ·add(SB)
	MOV  24(X2), X10
	MOV  X10, ret+8(FP)
	RET
