#include "funcdata.h"
#include "textflag.h"

// An entry expects the error code in the first slot of its caller's frame.
#define EXCEPTION(trap, name) \
TEXT name, NOSPLIT|NOFRAME, $0; \
	MOVD $trap, R0;         \
	B    trapCommon<>(SB)

EXCEPTION(0, ·divideError(SB))
EXCEPTION(1, ·breakpoint(SB))
EXCEPTION(2, ·pageFault(SB))

// Returns the trap in R0 and the error code in R1.
TEXT trapCommon<>(SB), NOSPLIT|NOFRAME, $0
	MOVD 8(RSP), R1
	RET

// func raise(trap, code uintptr) (found uintptr)
TEXT ·raise(SB), 0, $8-24
	NO_LOCAL_POINTERS
	MOVD trap+0(FP), R0
	MOVD code+8(FP), R1
	MOVD $·vectors(SB), R2
	MOVD (R2)(R0<<3), R3
	MOVD R1, 8(RSP)
	CALL (R3)
	MOVD R1, found+16(FP)
	MOVD R0, 8(RSP)
	CALL ·report(SB)
	CALL ·countTrap(SB)
	RET

// func isBreakpoint(pc uintptr) bool
TEXT ·isBreakpoint(SB), NOSPLIT, $0-9
	MOVD $·breakpoint(SB), R0
	MOVD pc+0(FP), R1
	CMP  R0, R1
	CSET EQ, R2
	MOVB R2, ret+8(FP)
	RET

// func mix(a, b uint64) uint64
TEXT ·mix(SB), NOSPLIT, $0-24
	MOVD a+0(FP), R0
	MOVD b+8(FP), R1
	ADD  R1, R0
	MOVD R0, ret+16(FP)
	RET

// func countTrap()
TEXT ·countTrap(SB), NOSPLIT, $0
	MOVD $·traps(SB), R0

again:
	LDAXRW (R0), R1
	ADD    $1, R1
	STLXRW R1, (R0), R2
	CBNZ   R2, again
	RET
