#include "textflag.h"

TEXT ·kinds(SB), NOSPLIT, $0-112
	MOVQ data+0(FP), AX
	MOVQ data_base+0(FP), AX
	MOVQ data_len+8(FP), AX
	MOVQ data_cap+16(FP), AX
	MOVQ s+24(FP), AX
	MOVQ s_len+32(FP), AX
	MOVQ i_type+40(FP), AX
	MOVQ i_data+48(FP), AX
	MOVQ e_itable+56(FP), AX
	MOVQ e_data+64(FP), AX
	MOVSS c_real+72(FP), X0
	MOVSS c_imag+76(FP), X0
	MOVQ p_s_base+80(FP), AX
	MOVQ p_s_len+88(FP), AX
	MOVL p_n_0+96(FP), AX
	MOVL p_n_1+100(FP), AX
	MOVQ AX, ret+104(FP)
	RET

TEXT ·unnamed(SB), NOSPLIT, $0-56
	MOVQ arg_base+0(FP), AX
	MOVQ arg1+24(FP), AX
	MOVQ AX, ret+32(FP)
	MOVQ AX, ret1_itable+40(FP)
	MOVQ AX, ret1_data+48(FP)
	RET

#define OFF 24
TEXT ·offset(SB), NOSPLIT, $0-32
	MOVQ data(FP), AX
	MOVQ data_cap+(OFF-8)(FP), AX
	MOVQ n+0x18(FP), AX
	RET

/* MOVQ m+0(FP), AX is what it was once. */
TEXT ·moved(SB), NOSPLIT, $0-8
	MOVQ $n+0(FP), AX
	LEAQ n+0(FP), AX
#ifdef GOARCH_386
	MOVL m+0(FP), AX
#endif
	RET

TEXT ·blank(SB), NOSPLIT, $0-24
	MOVQ ignored+0(FP), AX
	MOVQ n+8(FP), AX
	MOVQ AX, out+16(FP)
	RET

TEXT ·whole(SB), NOSPLIT, $0-8
	LEAQ argframe+0(FP), AX
	RET


// Nothing is known of what no declaration names.
TEXT helper<>(SB), NOSPLIT, $0-16
	MOVQ anything+8(FP), AX
	RET
