using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Words behind a mnemonic's dots: conditions and S, P, W and the like of arm, P and W of arm64, AVX-512's, rounding modes of riscv64. loong64 reads suffixes and takes none.
/// </summary>
internal static class SuffixRules
{
    private const int FirstStrictRiscv = 27;

    /// <summary>The index of the suffix that is wrong and why; null where all are good.</summary>
    public static (int Suffix, string Message)? Check(AsmArchitecture architecture, string word, in StatementRecord statement, ExpandedStream stream)
    {
        switch (architecture.Family)
        {
            case ArchitectureFamily.X86:
                return X86(statement, stream);
            case ArchitectureFamily.Arm:
                return Each(statement, stream, static text => IsArm(text), "no condition and no other suffix of arm");
            case ArchitectureFamily.Arm64:
                return Each(statement, stream, static text => text is "P" or "W", "no suffix of arm64; P writes the address back afterwards, W before");
            case ArchitectureFamily.Riscv64:
                return Riscv64(architecture, word, statement, stream);
            default:
                return (0, architecture.Name + " has no suffixes");
        }
    }

    private static (int Suffix, string Message)? Each(in StatementRecord statement, ExpandedStream stream, Func<string, bool> isGood, string problem)
    {
        for (var i = 0; i < statement.SuffixCount; i++)
        {
            if (!isGood(TextOf(statement, stream, i)))
            {
                return (i, "." + TextOf(statement, stream, i) + " is " + problem);
            }
        }

        return null;
    }

    private static string TextOf(in StatementRecord statement, ExpandedStream stream, int index)
    {
        var token = stream.Tokens[ProgramRecords.SuffixToken(statement, index)].Token;
        return token.NameId == 0 ? "" : stream.Names.GetText(token.NameId);
    }

    private static bool IsArm(string text) => text switch
    {
        "EQ" or "NE" or "CS" or "HS" or "CC" or "LO" or "MI" or "PL" or "VS" or "VC" or "HI" or "LS" or "GE" or "LT" or "GT" or "LE" or "AL" => true,
        "U" or "S" or "W" or "P" or "PW" or "WP" or "F" => true,
        "IBW" or "IAW" or "DBW" or "DAW" or "IB" or "IA" or "DB" or "DA" => true,
        _ => false,
    };

    // The whole list is: .Z, .SAE, .SAE.Z, four roundings with and without .Z, .BCST, .BCST.Z.
    private static (int Suffix, string Message)? X86(in StatementRecord statement, ExpandedStream stream)
    {
        for (var i = 0; i < statement.SuffixCount; i++)
        {
            var text = TextOf(statement, stream, i);
            if (text is not ("Z" or "BCST" or "SAE" or "RN_SAE" or "RZ_SAE" or "RD_SAE" or "RU_SAE"))
            {
                return (i, "." + text + " is no suffix; these are: .Z .BCST .SAE .RN_SAE .RZ_SAE .RD_SAE .RU_SAE");
            }

            for (var before = 0; before < i; before++)
            {
                if (TextOf(statement, stream, before) == text)
                {
                    return (i, "." + text + " is there twice");
                }
            }

            if (text == "Z" && i < statement.SuffixCount - 1)
            {
                return (i, ".Z comes last");
            }

            if (i > 0 && text != "Z")
            {
                return (i, text == "BCST" || TextOf(statement, stream, 0) == "BCST" ? "broadcast and rounding exclude each other" : "only one way of rounding is possible");
            }
        }

        return null;
    }

    private static (int Suffix, string Message)? Riscv64(AsmArchitecture architecture, string word, in StatementRecord statement, ExpandedStream stream)
    {
        if (word is "FCVTWS" or "FCVTLS" or "FCVTWUS" or "FCVTLUS" or "FCVTWD" or "FCVTLD" or "FCVTWUD" or "FCVTLUD")
        {
            return statement.SuffixCount == 1 && TextOf(statement, stream, 0) is "RNE" or "RTZ" or "RDN" or "RUP" or "RMM"
                ? null
                : (statement.SuffixCount - 1, word + " takes one rounding mode: RNE, RTZ, RDN, RUP or RMM");
        }

        // Older versions take any suffix of any other instruction, and forget it.
        return architecture.Minor < FirstStrictRiscv || (word == "FENCE" && statement.SuffixCount == 1 && TextOf(statement, stream, 0) == "TSO")
            ? null
            : (0, word + " takes no suffix");
    }
}
