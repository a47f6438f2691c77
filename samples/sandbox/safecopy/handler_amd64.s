#include "textflag.h"

// A signal handler may run on a foreign stack and without a g, so it can't ask Go
// code and compares with what Go code has recorded.
// func handleFault(pc uintptr) (resume uintptr)
TEXT ·handleFault(SB), NOSPLIT, $0-16
	MOVQ pc+0(FP), CX
	XORL AX, AX
	CMPQ CX, ·memcpyBegin(SB)
	JB   other
	CMPQ CX, ·memcpyEnd(SB)
	JAE  other
	MOVQ ·memcpyEnd(SB), AX // memcpyFault

other:
	MOVQ AX, resume+8(FP)
	RET
