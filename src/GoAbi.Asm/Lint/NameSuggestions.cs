using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// What may have been meant by a name that means nothing. Asked only when an error is reported, answered once a name, and for so many names of a program alone that a
/// file of nothing but errors costs little.
/// </summary>
internal sealed class NameSuggestions(AsmArchitecture architecture, ExpandedStream stream)
{
    private const int MaxNames = 200;

    private static readonly string[] Directives = ["define", "undef", "include", "ifdef", "ifndef", "else", "endif", "line"];

    private Dictionary<(string Id, int NameId), string?>? known;

    /// <summary>A hint for a diagnostic about a token; null where nothing is near.</summary>
    public string? Find(string id, int token)
    {
        if (id is not (DiagnosticIds.UnknownInstruction or DiagnosticIds.UnknownName) || stream.Tokens[token].Token.NameId is var name && name == 0)
        {
            return null;
        }

        known ??= [];
        if (!known.TryGetValue((id, name), out var hint) && known.Count < MaxNames)
        {
            var text = stream.Names.GetText(name);
            hint = id == DiagnosticIds.UnknownInstruction ? Instruction(text) : Operand(text);
            known.Add((id, name), hint);
        }

        return hint;
    }

    /// <summary>A hint for a word behind '#' that is no directive.</summary>
    public static string? Directive(string word) => word switch
    {
        "if" => "write #ifdef or #ifndef and one name: there are no expressions",
        "elif" or "elseif" or "elifdef" => "write #else, and an #ifdef of its own in that part",
        _ => NearestName.Find(word.ToLowerInvariant(), Directives) is { } near ? "did you mean #" + near + "?" : null,
    };

    private string? Instruction(string word)
    {
        if (InstructionEquivalents.Find(word, architecture) is { } equivalent)
        {
            return "on " + architecture.Name + " it is " + equivalent;
        }

        if (word.ToUpperInvariant() is var upper && upper != word && architecture.IsMnemonic(upper))
        {
            return "instructions are written in capitals: " + upper;
        }

        return Header(word)
            ?? (NearestName.Find(upper, architecture.Mnemonics) is { } near ? "did you mean " + near + "?" : null)
            ?? (Others(upper) is { Length: > 0 } others ? upper + " is an instruction of " + others : null);
    }

    private string? Operand(string name) =>
        RegisterSpellings.Find(name, architecture) is { } register ? name + " is written " + register + " on " + architecture.Name
        : Header(name) is { } header ? header
        : !stream.LacksGoAsmNames && LooksGenerated(name) ? "a constant of the package's Go code needs #include \"go_asm.h\""
        : null;

    private static string? Header(string name) =>
        BuiltInHeaders.FindByMacro(name) is { } header ? "it is defined in " + header + ": #include \"" + header + "\"" : null;

    // const_NAME, TYPE__size, TYPE_field.
    private static bool LooksGenerated(string name) => name.IndexOf('_') is var at && at > 0 && at < name.Length - 1 && name.IndexOf('\u00B7') < 0;

    private string Others(string word)
    {
        var others = new List<string>();
        foreach (var goarch in (string[])["amd64", "386", "arm64", "arm", "loong64", "mips64", "ppc64", "riscv64", "s390x", "wasm"])
        {
            if (AsmArchitecture.Find(goarch) is { } other && other.IsMnemonic(word))
            {
                others.Add(goarch);
            }
        }

        return string.Join(", ", others);
    }
}
