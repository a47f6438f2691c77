#include "textflag.h"

TEXT ·each(SB), 0, $8-8
	MOVQ n+0(FP), AX
	MOVQ AX, 0(SP)
	CALL ·Visit(SB) // want error "the frame of each \(8 bytes\) has no map of its pointers, and the call of example.com/frame-without-map.Visit may grow the stack"
	RET

// leaf calls nothing: only where it is preempted somebody looks.
TEXT ·eachPointer(SB), 0, $8-8
	MOVQ n+0(FP), AX
	MOVQ AX, 0(SP)
	CALL ·leaf(SB) // want warning "the call of example.com/frame-without-map.leaf runs Go code, which may be preempted"
	RET

TEXT ·through(SB), 0, $8-8
	MOVQ n+0(FP), AX
	MOVQ AX, 0(SP)
	MOVQ $·Visit(SB), CX
	CALL CX // want error "the frame of through"
	RET

// The callee checks the stack's bound itself, since its frame is large.
TEXT ·throughAssembly(SB), NOSPLIT, $8-8
	CALL large<>(SB) // want error "the frame of throughAssembly \(8 bytes\) .* large.* may grow the stack"
	RET

TEXT large<>(SB), 0, $256-0
	MOVQ AX, 0(SP)
	RET
