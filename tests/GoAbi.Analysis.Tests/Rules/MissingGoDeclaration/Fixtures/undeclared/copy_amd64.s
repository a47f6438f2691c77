#include "textflag.h"

TEXT ·memcpy(SB), NOSPLIT, $0-24
	JMP ·inner(SB)

TEXT ·memcopy(SB), NOSPLIT, $0-24 // want warning "no Go declaration of memcopy is selected, and nothing in the package's assembly refers to it"
	RET

// The build leaves the file with the declaration out.
TEXT ·onlyElsewhere(SB), NOSPLIT, $0-8 // want warning "no Go declaration of onlyElsewhere is selected"
	RET

TEXT ·inner(SB), NOSPLIT, $0-24 // want info "no Go declaration says what inner takes; only the package's assembly refers to it"
	RET
