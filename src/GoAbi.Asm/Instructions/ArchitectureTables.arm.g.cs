// Written by eng/AsmTables from eng/data/asm. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>arm: see <see cref="ArchitectureData"/> for the form.</summary>
internal static partial class ArchitectureTables
{
    public static ArchitectureData Arm { get; } = new(
        "arm",
        "PC:-4:P SP:-3:P SB:-2:P FP:-1:P C0:0:Y C1:1:Y C2:2:Y C3:3:Y C4:4:Y C5:5:Y C6:6:Y C7:7:Y C8:8:Y C9:9:Y C10:10:Y C11:11:Y C12:12:Y "
            + "C13:13:Y C14:14:Y C15:15:Y R0:3072:G R1:3073:G R2:3074:G R3:3075:G R4:3076:G R5:3077:G R6:3078:G R7:3079:Gc R8:3080:G R9:3081:G "
            + "g:3082:Gg R11:3083:G R12:3084:G R13:3085:Gs R14:3086:Gl R15:3087:G F0:3088:F F1:3089:F F2:3090:F F3:3091:F F4:3092:F F5:3093:F "
            + "F6:3094:F F7:3095:F F8:3096:F F9:3097:F F10:3098:F F11:3099:F F12:3100:F F13:3101:F F14:3102:F F15:3103:F FPSR:3104:Y FPCR:3105:Y "
            + "CPSR:3106:Y MB_SY:3585:Y MB_ST:3586:Y MB_ISH:3587:Y MB_ISHST:3588:Y MB_NSH:3589:Y MB_NSHST:3590:Y MB_OSH:3591:Y MB_OSHST:3592:Y",
        "R:3072:16 F:3088:16",
        "B BCC BCS BEQ BGE BGT BHI BHS BL BLE BLO BLS BLT BMI BNE BPL BVC BVS BX CALL JMP",
        "BL CALL BX",
        "B JMP",
        "RET BXRET RFE",
        "UNDEF",
        "SWI",
        "UNDEF",
        "",
        "");
}
