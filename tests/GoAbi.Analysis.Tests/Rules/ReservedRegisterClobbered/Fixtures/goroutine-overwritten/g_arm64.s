#include "textflag.h"

TEXT ·lost(SB), NOSPLIT, $0-16
	MOVD n+0(FP), g
	ADD  $1, g // want error "g holds the goroutine and is overwritten here, and not restored"
	MOVD g, ret+8(FP)
	RET

TEXT ·lostAtCall(SB), NOSPLIT, $16-16
	MOVD g, R9
	MOVD $7, g // want error "not restored when the function calls or returns"
	CALL helper<>(SB)
	MOVD R9, g
	RET

TEXT helper<>(SB), NOSPLIT, $0-0
	RET

// mov x28, #5: what a C compiler writes.
TEXT ·encoded(SB), NOSPLIT, $0-16
	WORD $0xd28000bc // want error "g holds the goroutine"
	RET

TEXT ·restored(SB), NOSPLIT, $16-16
	MOVD g, x-8(SP)
	MOVD n+0(FP), g
	ADD  $1, g // want warning "a signal that arrives before it is restored"
	MOVD g, ret+8(FP)
	MOVD x-8(SP), g
	RET

// str x28, [sp, #-16]!; mov x28, #5; ldr x28, [sp], #16.
TEXT ·fromCompiler(SB), NOSPLIT, $0-16
	WORD $0xf81f0ffc
	WORD $0xd28000bc // want warning "g holds the goroutine"
	WORD $0xf84107fc
	RET
