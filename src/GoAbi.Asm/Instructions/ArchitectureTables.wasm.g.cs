// Written by eng/AsmTables from eng/data/asm. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>wasm: see <see cref="ArchitectureData"/> for the form.</summary>
internal static partial class ArchitectureTables
{
    public static ArchitectureData Wasm { get; } = new(
        "wasm",
        "SP:21504:Gs CTXT:21505:Gc g:21506:Gg RET0:21507:G RET1:21508:G RET2:21509:G RET3:21510:G PAUSE:21511:G R0:21512:G R1:21513:G "
            + "R2:21514:G R3:21515:G R4:21516:G R5:21517:G R6:21518:G R7:21519:G R8:21520:G R9:21521:G R10:21522:G R11:21523:G R12:21524:G "
            + "R13:21525:G R14:21526:G R15:21527:G F0:21528:F F1:21529:F F2:21530:F F3:21531:F F4:21532:F F5:21533:F F6:21534:F F7:21535:F "
            + "F8:21536:F F9:21537:F F10:21538:F F11:21539:F F12:21540:F F13:21541:F F14:21542:F F15:21543:F F16:21544:F F17:21545:F F18:21546:F "
            + "F19:21547:F F20:21548:F F21:21549:F F22:21550:F F23:21551:F F24:21552:F F25:21553:F F26:21554:F F27:21555:F F28:21556:F F29:21557:F "
            + "F30:21558:F F31:21559:F V0:21560:V V1:21561:V V2:21562:V V3:21563:V V4:21564:V V5:21565:V V6:21566:V V7:21567:V V8:21568:V "
            + "V9:21569:V V10:21570:V V11:21571:V V12:21572:V V13:21573:V V14:21574:V V15:21575:V PC_B:21576:G",
        "",
        "Br BrIf CALL Call JMP",
        "CALL Call CALLNORESUME CallIndirect",
        "JMP Br",
        "RET Return RETUNWIND",
        "UNDEF Unreachable",
        "",
        "UNDEF Unreachable",
        "",
        "");
}
