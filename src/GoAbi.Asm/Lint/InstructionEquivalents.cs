using System;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>Names of other architectures, and of other assemblers, for what an architecture has under a name of its own. Only where there is one answer.</summary>
internal static class InstructionEquivalents
{
    private static readonly Dictionary<string, string> Amd64 = Read(
        "MOV=MOVQ LDR=MOVQ STR=MOVQ LD=MOVQ ST=MOVQ ADD=ADDQ SUB=SUBQ AND=ANDQ OR=ORQ ORR=ORQ XOR=XORQ EOR=XORQ NOT=NOTQ MVN=NOTQ NEG=NEGQ CMP=CMPQ TEST=TESTQ TST=TESTQ "
        + "LEA=LEAQ PUSH=PUSHQ POP=POPQ INC=INCQ DEC=DECQ SHL=SHLQ LSL=SHLQ SHR=SHRQ LSR=SHRQ SAR=SARQ ASR=SARQ B=JMP BL=CALL BEQ=JEQ BNE=JNE BLT=JLT BLE=JLE BGT=JGT "
        + "BGE=JGE SVC=SYSCALL MOVSX=MOVBQSX MOVZX=MOVBQZX NOPL=NOP MOVABS=MOVQ");

    private static readonly Dictionary<string, string> Arm64 = Read(
        "MOV=MOVD MOVQ=MOVD MOVL=MOVWU LDR=MOVD STR=MOVD LDRB=MOVBU LDRH=MOVHU LDRSW=MOVW STRB=MOVB STRH=MOVH LDUR=MOVD STUR=MOVD ADDQ=ADD ADDL=ADDW SUBQ=SUB SUBL=SUBW ANDQ=AND ANDL=ANDW "
        + "ORQ=ORR ORL=ORRW OR=ORR XORQ=EOR XORL=EORW XOR=EOR CMPQ=CMP CMPL=CMPW NOTQ=MVN NEGQ=NEG SHLQ=LSL SHRQ=LSR SARQ=ASR JEQ=BEQ JE=BEQ JNE=BNE JLT=BLT JLE=BLE "
        + "JGT=BGT JGE=BGE SYSCALL=SVC IMULQ=MUL BSWAPQ=REV BLR=BL BR=B");

    private static readonly Dictionary<string, string> Others = Read("MOVQ=MOVD MOV=MOVD LD=MOVD");

    private static readonly Dictionary<string, string> Riscv64 = Read("MOVD=MOV MOVQ=MOV LDR=MOV STR=MOV ADDQ=ADD SUBQ=SUB ANDQ=AND ORQ=OR XORQ=XOR EOR=XOR ORR=OR JEQ=BEQ JNE=BNE SYSCALL=ECALL SVC=ECALL");

    /// <summary>The architecture's own name; null where none is known for sure.</summary>
    public static string? Find(string word, AsmArchitecture architecture)
    {
        var table = architecture.Name switch
        {
            "amd64" => Amd64,
            "arm64" => Arm64,
            "riscv64" => Riscv64,
            "ppc64" or "ppc64le" or "s390x" => Others,
            _ => null,
        };
        return table is not null && table.TryGetValue(word.ToUpperInvariant(), out var found) && architecture.IsMnemonic(found) ? found : null;
    }

    private static Dictionary<string, string> Read(string text)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in text.Split(' '))
        {
            var at = entry.IndexOf('=');
            table.Add(entry.Substring(0, at), entry.Substring(at + 1));
        }

        return table;
    }
}
