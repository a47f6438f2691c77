#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0
	RET

TEXT ·memcpyEnd(SB), NOSPLIT, $0
	RET

TEXT ·handler(SB), NOSPLIT, $0
	MOVD ·begin(SB), R1
	MOVD ·end(SB), R2
	CMP  R1, R0
	BLO  other
	CMP  R2, R0
	BHS  other
	MOVD $·vectors(SB), R3
	MOVD (R3)(R4<<3), R5
	JMP  (R5)

other:
	RET
