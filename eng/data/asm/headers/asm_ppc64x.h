// The fixed part of a ppc64 frame and ELFv2 function descriptors, as in GOROOT/src/runtime/asm_ppc64x.h.
#define FIXED_FRAME 32
#ifdef GOOS_aix
#define DEFINE_PPC64X_FUNCDESC(funcname, localfuncname) \
	DATA funcname+0(SB)/8, $localfuncname(SB) \
	DATA funcname+8(SB)/8, $0 \
	DATA funcname+16(SB)/8, $0 \
	GLOBL funcname(SB), NOPTR, $24
#define GO_PPC64X_HAS_FUNCDESC
#else
#ifdef GOARCH_ppc64
#define DEFINE_PPC64X_FUNCDESC(funcname, localfuncname) \
	DATA funcname+0(SB)/8, $localfuncname(SB) \
	DATA funcname+8(SB)/8, $0 \
	DATA funcname+16(SB)/8, $0 \
	GLOBL funcname(SB), NOPTR, $24
#define GO_PPC64X_HAS_FUNCDESC
#endif
#endif
