#include "textflag.h"

TEXT ·kinds(SB), NOSPLIT, $0-112
	MOVQ dst+0(FP), AX // want warning "kinds has no argument dst; offset 0 is data_base.0.FP."
	MOVQ data_size+8(FP), AX // want warning "no argument data_size; offset 8 is data_len.8"
	MOVQ s_cap+24(FP), AX // want warning "offset 24 is s_base.24"
	MOVQ i_itable+40(FP), AX // want warning "offset 40 is i_type.40"
	MOVQ e_type+56(FP), AX // want warning "offset 56 is e_itable.56"
	MOVSS c_r+72(FP), X0 // want warning "offset 72 is c_real.72"
	MOVQ p_t+80(FP), AX // want warning "offset 80 is p_s_base.80"
	MOVL p_n_2+100(FP), AX // want warning "offset 100 is p_n_1.100"
	MOVQ AX, result+104(FP) // want warning "no argument result; offset 104 is ret.104"
	MOVQ AX, ret+104(FP)
	RET

TEXT ·unnamed(SB), NOSPLIT, $0-56
	MOVQ arg_base+0(FP), AX
	MOVQ arg2+24(FP), AX // want warning "no argument arg2; offset 24 is arg1.24"
	MOVQ AX, ret0+32(FP) // want warning "no argument ret0; offset 32 is ret.32"
	MOVQ AX, ret+32(FP)
	MOVQ AX, ret1_itable+40(FP)
	MOVQ AX, ret1_data+48(FP)
	RET

// vet takes the hexadecimal number for no offset, and the macro for none at all.
#define OFF 24
#define LEN(x) x+8(FP)
TEXT ·offset(SB), NOSPLIT, $0-32
	MOVQ count+0x18(FP), AX // want warning "no argument count; offset 24 is n.24"
	MOVQ count+OFF(FP), AX // want warning "no argument count"
	MOVQ LEN(length), AX // want warning "no argument length; offset 8 is data_len.8"
	MOVQ count(FP), AX // want warning "no argument count; offset 0 is data_base.0"
	MOVQ n+24(FP), AX; MOVQ k+24(FP), BX // want warning "no argument k"
	RET

TEXT ·moved(SB), NOSPLIT, $0-8
	MOVQ $m+0(FP), AX // want warning "no argument m; offset 0 is n.0"
	RET

TEXT ·blank(SB), NOSPLIT, $0-24
	MOVQ m+8(FP), AX // want warning "no argument m; offset 8 is n.8"
	MOVQ AX, _+16(FP)
	RET

TEXT ·whole(SB), NOSPLIT, $0-8
	MOVQ args+0(FP), AX // want warning "no argument args"
	RET

