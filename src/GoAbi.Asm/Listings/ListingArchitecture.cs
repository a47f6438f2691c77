using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Guesses a listing's architecture from its first instructions: a listing does not say it. Each has a move of its own, or names for stack pointer and link register;
/// of architectures that differ in byte order alone the little-endian one is taken.
/// </summary>
internal static class ListingArchitecture
{
    private const int SampleSize = 1000;

    public static AsmArchitecture? Guess(SourceText text)
    {
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = 0;
        for (var line = 0; line < text.Lines.Count && seen < SampleSize; line++)
        {
            var span = text.Slice(text.LineSpan(line));
            if (!ListingLines.TryReadInstruction(span, out var parts))
            {
                continue;
            }

            var mnemonic = span.Slice(parts.MnemonicStart, parts.MnemonicEnd - parts.MnemonicStart).ToString();
            if (mnemonic is "TEXT" or "PCDATA" or "FUNCDATA" or "NOP")
            {
                continue;
            }

            seen++;
            Score(mnemonic, span.Slice(parts.OperandsStart).ToString(), scores);
        }

        var best = "";
        foreach (var score in scores)
        {
            if (best.Length == 0 || score.Value > scores[best] || (score.Value == scores[best] && string.CompareOrdinal(score.Key, best) < 0))
            {
                best = score.Key;
            }
        }

        return best.Length == 0 ? null : AsmArchitecture.Find(best);
    }

    private static void Score(string mnemonic, string operands, Dictionary<string, int> scores)
    {
        if (IsMixedCase(mnemonic))
        {
            Add(scores, "wasm", 3);
            return;
        }

        switch (mnemonic)
        {
            case "MOVQ" or "LEAQ" or "ADDQ" or "SUBQ" or "CMPQ" or "TESTQ" or "PUSHQ" or "POPQ":
                Add(scores, "amd64", 3);
                return;
            case "MOVL" or "LEAL" or "ADDL" or "SUBL" or "CMPL" or "TESTL":
                Add(scores, "amd64", 1);
                Add(scores, "386", 2);
                return;
            case "MOV" or "ADDI" or "JALR" or "LD" or "SD":
                Add(scores, "riscv64", 3);
                return;
            case "MOVV" or "ADDV" or "ADDVU" or "SUBV" or "SUBVU":
                Add(scores, "mips64le", 2);
                Add(scores, "loong64", 2);
                break;
            case "MOVD" or "ADD" or "CMP":
                Add(scores, "arm64", 2);
                Add(scores, "ppc64le", 2);
                Add(scores, "s390x", 2);
                break;
            case "MOVW":
                Add(scores, "arm", 2);
                Add(scores, "mipsle", 2);
                break;
        }

        Add(scores, "arm64", Has(operands, "RSP") || Has(operands, "R30") ? 3 : 0);
        Add(scores, "ppc64le", Has(operands, "(R1)") || Has(operands, "LR") || Has(operands, "CR0") ? 3 : 0);
        Add(scores, "s390x", Has(operands, "R15") && mnemonic.StartsWith("MOVD", StringComparison.Ordinal) ? 3 : Has(operands, "R14") ? 1 : 0);
        Add(scores, "arm", Has(operands, "R13") || Has(operands, "R14") ? 3 : 0);
        var mips = Has(operands, "R29") || Has(operands, "R31") ? 3 : 0;
        Add(scores, "mipsle", mips);
        Add(scores, "mips64le", mips);
        Add(scores, "loong64", Has(operands, "(R3)") ? 3 : 0);
    }

    private static bool Has(string operands, string part) => operands.IndexOf(part, StringComparison.Ordinal) >= 0;

    // The assembler's mnemonics of WebAssembly are the only ones with small letters.
    private static bool IsMixedCase(string mnemonic)
    {
        foreach (var c in mnemonic)
        {
            if (c is >= 'a' and <= 'z')
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Dictionary<string, int> scores, string name, int points)
    {
        if (points > 0)
        {
            scores[name] = (scores.TryGetValue(name, out var known) ? known : 0) + points;
        }
    }
}
