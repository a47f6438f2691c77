#include "textflag.h"

// A signal handler may run on a foreign stack and without a g, so it can't ask Go
// code and compares with what Go code has recorded.
// func handleFault(pc uintptr) (resume uintptr)
TEXT ·handleFault(SB), NOSPLIT, $0-16
	MOVD pc+0(FP), R0
	MOVD ·memcpyBegin(SB), R1
	MOVD ·memcpyEnd(SB), R2
	MOVD ZR, R3
	CMP  R1, R0
	BLO  other
	CMP  R2, R0
	BHS  other
	MOVD R2, R3 // memcpyFault

other:
	MOVD R3, resume+8(FP)
	RET
