// What an amd64 level promises, as in GOROOT/src/runtime/asm_amd64.h.
#ifdef GOAMD64_v2
#define hasPOPCNT
#define hasSSE42
#endif
#ifdef GOAMD64_v3
#define hasAVX
#define hasAVX2
#define hasPOPCNT
#define hasSSE42
#endif
#ifdef GOAMD64_v4
#define hasAVX
#define hasAVX2
#define hasAVX512F
#define hasAVX512BW
#define hasAVX512VL
#define hasPOPCNT
#define hasSSE42
#endif
