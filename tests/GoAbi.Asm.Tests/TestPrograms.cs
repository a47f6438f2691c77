using System.Collections.Immutable;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Asm.Tests;

internal static class TestPrograms
{
    public static AsmSyntaxTree Tree(string text, string path = "/m/f.s") => AsmSyntaxTree.Parse(new SourceFile(path, SourceText.FromString(text)));

    public static AsmProgram Assemble(string text, string goarch = "amd64", params (string Path, string Text)[] files) =>
        AsmProgram.Create(Tree(text), new Target { Goarch = goarch }, Options(files));

    /// <summary>For a GOARCH, or for the Go version behind an '@': "arm64@24".</summary>
    public static AsmProgram AssembleFor(string target, string text)
    {
        var parts = target.Split('@');
        var version = parts.Length > 1 ? new GoVersion(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)) : GoVersion.NewestKnown;
        return AsmProgram.Create(Tree(text), new Target { Goarch = parts[0], Toolchain = version }, Options());
    }

    public static AsmProgramOptions Options(params (string Path, string Text)[] files) => new()
    {
        PackagePath = "example.com/p",
        Files = InMemorySourceFiles.Create(files),
        AllowedRoots = ImmutableArray.Create("/m"),
        IncludeDirectories = ImmutableArray.Create("/goroot/pkg/include"),
    };

    /// <summary>The preprocessed tokens, a blank between them, "|" for a newline.</summary>
    public static string Expanded(AsmProgram program)
    {
        var words = new System.Collections.Generic.List<string>();
        foreach (var token in program.Tokens)
        {
            words.Add(token.Kind switch
            {
                AsmTokenKind.Newline => "|",
                AsmTokenKind.MacroName => "@" + program.Tree.Names.GetText(token.Token.NameId),
                AsmTokenKind.Identifier => program.Tree.Names.GetText(token.Token.NameId),
                _ => program.Files[token.Source].Text.ToString(token.Token.Span),
            });
        }

        return string.Join(' ', words);
    }

    /// <summary>What lexer, preprocessor, parser and encoder say: warnings about what the assembler takes in silence are left out, since snippets are full of it.</summary>
    public static ImmutableArray<SourceDiagnostic> Complaints(AsmProgram program) =>
        [.. program.Diagnostics.Where(d => AsmDiagnosticCatalog.Find(d.Id)?.Kind != AsmDiagnosticKind.Warning)];

    public static string Messages(AsmProgram program) =>
        string.Join("; ", Complaints(program).Select(d => d.Location?.Start.Line + ": " + d.Message));
}
