#include "textflag.h"
#include "funcdata.h"

// 8 bytes of the saved return address, 16 of the frame, 8 that align: the result at 24(RSP) is in these.
TEXT ·twice(SB), 0, $16-16
	NO_LOCAL_POINTERS
	MOVD x+0(FP), R0
	MOVD R0, 8(RSP)
	MOVD R0, 16(RSP)
	CALL ·sum(SB)
	MOVD 24(RSP), R0
	MOVD R0, ret+8(FP)
	CALL strings·Index(SB) // want error "strings.Index has 40 bytes of arguments and results, and the frame of twice has place for 24: they overlap the frame of its caller"
	RET

TEXT ·aligned(SB), 0, $0-8
	MOVD x+0(FP), R0
	MOVD R0, 8(RSP)
	CALL ·show(SB)
	RET

TEXT ·one(SB), 0, $8-8
	NO_LOCAL_POINTERS
	CALL ·sum(SB)
	RET
