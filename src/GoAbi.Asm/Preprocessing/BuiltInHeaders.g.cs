// Written by eng/AsmTables from eng/data/asm. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>The headers of GOROOT/pkg/include, by what they define (Go 1.27; newer names do no harm to older targets).</summary>
internal static partial class BuiltInHeaders
{
    private static string? TextOf(string name) => name switch
    {
        "asm_amd64.h" =>
            "// What an amd64 level promises, as in GOROOT/src/runtime/asm_amd64.h.\n"
            + "#ifdef GOAMD64_v2\n"
            + "#define hasPOPCNT\n"
            + "#define hasSSE42\n"
            + "#endif\n"
            + "#ifdef GOAMD64_v3\n"
            + "#define hasAVX\n"
            + "#define hasAVX2\n"
            + "#define hasPOPCNT\n"
            + "#define hasSSE42\n"
            + "#endif\n"
            + "#ifdef GOAMD64_v4\n"
            + "#define hasAVX\n"
            + "#define hasAVX2\n"
            + "#define hasAVX512F\n"
            + "#define hasAVX512BW\n"
            + "#define hasAVX512VL\n"
            + "#define hasPOPCNT\n"
            + "#define hasSSE42\n"
            + "#endif\n",
        "asm_ppc64x.h" =>
            "// The fixed part of a ppc64 frame and ELFv2 function descriptors, as in GOROOT/src/runtime/asm_ppc64x.h.\n"
            + "#define FIXED_FRAME 32\n"
            + "#ifdef GOOS_aix\n"
            + "#define DEFINE_PPC64X_FUNCDESC(funcname, localfuncname) \\\n"
            + "\tDATA funcname+0(SB)/8, $localfuncname(SB) \\\n"
            + "\tDATA funcname+8(SB)/8, $0 \\\n"
            + "\tDATA funcname+16(SB)/8, $0 \\\n"
            + "\tGLOBL funcname(SB), NOPTR, $24\n"
            + "#define GO_PPC64X_HAS_FUNCDESC\n"
            + "#else\n"
            + "#ifdef GOARCH_ppc64\n"
            + "#define DEFINE_PPC64X_FUNCDESC(funcname, localfuncname) \\\n"
            + "\tDATA funcname+0(SB)/8, $localfuncname(SB) \\\n"
            + "\tDATA funcname+8(SB)/8, $0 \\\n"
            + "\tDATA funcname+16(SB)/8, $0 \\\n"
            + "\tGLOBL funcname(SB), NOPTR, $24\n"
            + "#define GO_PPC64X_HAS_FUNCDESC\n"
            + "#endif\n"
            + "#endif\n",
        "asm_riscv64.h" =>
            "// What a riscv64 profile promises, as in GOROOT/src/runtime/asm_riscv64.h.\n"
            + "#ifdef GORISCV64_rva22u64\n"
            + "#define hasZba\n"
            + "#define hasZbb\n"
            + "#define hasZbs\n"
            + "#endif\n"
            + "#ifdef GORISCV64_rva23u64\n"
            + "#define hasV\n"
            + "#define hasZba\n"
            + "#define hasZbb\n"
            + "#define hasZbs\n"
            + "#define hasZfa\n"
            + "#define hasZicond\n"
            + "#endif\n",
        "funcdata.h" =>
            "// Numbers of Go's PCDATA and FUNCDATA tables, as in GOROOT/src/runtime/funcdata.h.\n"
            + "#define PCDATA_UnsafePoint 0\n"
            + "#define PCDATA_StackMapIndex 1\n"
            + "#define PCDATA_InlTreeIndex 2\n"
            + "#define PCDATA_ArgLiveIndex 3\n"
            + "#define PCDATA_PanicBounds 4\n"
            + "#define FUNCDATA_ArgsPointerMaps 0\n"
            + "#define FUNCDATA_LocalsPointerMaps 1\n"
            + "#define FUNCDATA_StackObjects 2\n"
            + "#define FUNCDATA_InlTree 3\n"
            + "#define FUNCDATA_OpenCodedDeferInfo 4\n"
            + "#define FUNCDATA_ArgInfo 5\n"
            + "#define FUNCDATA_ArgLiveInfo 6\n"
            + "#define FUNCDATA_WrapInfo 7\n"
            + "#define GO_ARGS FUNCDATA $FUNCDATA_ArgsPointerMaps, go_args_stackmap(SB)\n"
            + "#define GO_RESULTS_INITIALIZED PCDATA $PCDATA_StackMapIndex, $1\n"
            + "#define NO_LOCAL_POINTERS FUNCDATA $FUNCDATA_LocalsPointerMaps, no_pointers_stackmap(SB)\n"
            + "#define ArgsSizeUnknown 0x80000000\n",
        "textflag.h" =>
            "// Values of Go's text and data flags, as in GOROOT/src/runtime/textflag.h.\n"
            + "#define NOPROF 1\n"
            + "#define DUPOK 2\n"
            + "#define NOSPLIT 4\n"
            + "#define RODATA 8\n"
            + "#define NOPTR 16\n"
            + "#define WRAPPER 32\n"
            + "#define NEEDCTXT 64\n"
            + "#define TLSBSS 256\n"
            + "#define NOFRAME 512\n"
            + "#define REFLECTMETHOD 1024\n"
            + "#define TOPFRAME 2048\n"
            + "#define ABIWRAPPER 4096\n",
        _ => null,
    };
}
