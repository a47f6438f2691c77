#include "textflag.h"

TEXT ·index(SB), NOSPLIT, $0-40
	MOVQ s_base+8(FP), SI // want warning "s_base is s_base.0.FP.; offset 8 is s_len.8.FP."
	MOVQ s_len+16(FP), BX // want warning "s_len is s_len.8.*offset 16 is s_cap.16"
	MOVQ s+8(FP), BX // want warning "s is s.0.FP.; offset 8 is s_len.8"
	MOVB c+25(FP), AL // want error "c is c.24"
	LEAQ c+8(FP), AX // want warning "c is c.24"
	MOVQ BX, n+40(FP) // want error "n is n.32"
	MOVQ BX, n-8(FP) // want error "n is n.32"
	MOVQ BX, n+32(FP)
	RET

TEXT ·halves(SB), NOSPLIT, $0-9
	MOVL x+4(FP), AX // want info "x is x.0"
	MOVQ x+4(FP), AX // want error "x is x.0"
	MOVB b+4(FP), AL // want error "b is b.8.*offset 4 is x.0"
	RET

#define OFF 16
#define AT(name, offset) name+offset(FP)
TEXT ·macros(SB), NOSPLIT, $0-16
	MOVQ a+OFF(FP), AX // want error "a is a.0"
	MOVQ b+0xc(FP), AX // want error "b is b.8"
	MOVQ AT(b, 0), AX // want warning "b is b.8"
	RET

TEXT ·same(SB), NOSPLIT, $0-16
	MOVQ b(FP), AX // want warning "b is b.8"
	MOVQ a+0(FP), AX; MOVQ b+0(FP), BX // want warning "b is b.8"
	RET

