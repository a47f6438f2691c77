#include "funcdata.h"
#include "textflag.h"

// An entry expects the error code directly above its return address.
#define EXCEPTION(trap, name) \
TEXT name, NOSPLIT|NOFRAME, $0; \
	MOVQ $trap, AX;         \
	JMP  trapCommon<>(SB)

EXCEPTION(0, ·divideError(SB))
EXCEPTION(1, ·breakpoint(SB))
EXCEPTION(2, ·pageFault(SB))

// Returns the trap in AX and the error code in BX.
TEXT trapCommon<>(SB), NOSPLIT|NOFRAME, $0
	MOVQ 8(SP), BX
	RET

// func raise(trap, code uintptr) (found uintptr)
TEXT ·raise(SB), 0, $8-24
	NO_LOCAL_POINTERS
	MOVQ trap+0(FP), CX
	MOVQ code+8(FP), BX
	MOVQ $·vectors(SB), DX
	MOVQ BX, 0(SP)
	CALL (DX)(CX*8)
	MOVQ BX, found+16(FP)
	MOVQ AX, 0(SP)
	CALL ·report(SB)
	CALL ·countTrap(SB)
	RET

// func isBreakpoint(pc uintptr) bool
TEXT ·isBreakpoint(SB), NOSPLIT, $0-9
	MOVQ  $·breakpoint(SB), AX
	CMPQ  AX, pc+0(FP)
	SETEQ ret+8(FP)
	RET

// func mix(a, b uint64) uint64
TEXT ·mix(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX
	ADDQ b+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

// func countTrap()
TEXT ·countTrap(SB), NOSPLIT, $0
	LOCK
	INCL ·traps(SB)
	RET
