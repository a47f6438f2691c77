using System.Globalization;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// From a tree's tokens to the tokens that the assembler parses: cmd/asm/internal/lex.Input step by step, on token arrays
/// and with recovery. Where the toolchain stops at its first error, this reports, drops the rest of the line and goes on.
/// </summary>
internal sealed partial class Preprocessor
{
    // cmd/asm/internal/lex.Input.Next and Push.
    private const int MaxInvocationsWithoutToken = 100;
    private const int MaxReaders = 100;

    private const int MaxRecursionsReported = 20;
    private readonly AsmNameTable names;
    private readonly Target target;
    private readonly AsmProgramOptions options;
    private readonly DiagnosticBag diagnostics;
    private readonly CancellationToken cancellation;
    private readonly ExpandedStream stream;
    private readonly PreprocessorScratch scratch = PreprocessorScratch.Take();
    private readonly TokenReaders readers;
    private readonly MacroTable macros;

    private LexedToken current;
    private int currentSource;
    private int currentExpansion;

    // Index of the current token in its file; -1 where a macro yields it.
    private int currentPosition;
    private bool beginningOfLine = true;
    private bool hasPeek;
    private (LexedToken Token, int Source, int Expansion, int Position) peek;
    private int budget;
    private bool stopped;
    private int recursions;

    private Preprocessor(AsmSyntaxTree tree, Target target, AsmProgramOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        names = tree.Names;
        readers = scratch.Readers;
        macros = scratch.Macros;
        this.target = target;
        this.options = options;
        this.diagnostics = diagnostics;
        this.cancellation = cancellation;
        stream = new ExpandedStream { Names = names };
        includes = new IncludeResolver(options, tree.File.Path, names, cancellation);
        budget = options.MaxExpandedTokens;
    }

    public static ExpandedStream Run(AsmSyntaxTree tree, Target target, AsmProgramOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        diagnostics.AddRange(tree.Diagnostics);
        var preprocessor = new Preprocessor(tree, target, options, diagnostics, cancellation);
        preprocessor.AddSource(tree.File, tree.LexedTokens);
        try
        {
            preprocessor.DefineTargetMacros();
            preprocessor.Main(tree);
            return preprocessor.stream;
        }
        finally
        {
            preprocessor.bodies.Release();
            preprocessor.scratch.Release();
        }
    }

    private int AddSource(SourceFile file, LexedToken[] tokens)
    {
        stream.Sources.Add(file);
        stream.SourceTokens.Add(tokens);
        return stream.Sources.Count - 1;
    }

    private void DefineTargetMacros()
    {
        if (names.Session.Find(target, options) is { } known)
        {
            AddSource(known.File, known.Tokens);
            foreach (var macro in known.Macros)
            {
                macros.Set(macro);
            }

            return;
        }

        var reported = diagnostics.Count;
        var file = TargetMacros.Create(target, options);
        var tokens = AsmLexer.Lex(file, names, out var problems, cancellation);
        diagnostics.AddRange(problems);
        readers.PushFile(tokens, AddSource(file, tokens), expansion: 0);
        while (Next() != AsmTokenKind.EndOfFile)
        {
            // Only definitions are in there; anything else came from an option and was reported.
        }

        readers.Pop();
        beginningOfLine = true;
        stopped = false;
        if (diagnostics.Count == reported)
        {
            var selectors = AbiSelectors.AreAllowed(options.PackagePath, target.Toolchain);
            names.Session.Add(new TargetDefinitions(target, selectors, options.Defines, file, tokens, macros.ToArray()));
        }
    }

    private AsmTokenKind Next()
    {
        if (hasPeek)
        {
            hasPeek = false;
            (current, currentSource, currentExpansion, currentPosition) = peek;
            return current.Kind;
        }

        for (var invocations = 0; invocations < MaxInvocationsWithoutToken;)
        {
            var kind = NextRaw();
            if (kind == AsmTokenKind.Identifier)
            {
                if (macros.Find(current.NameId) is { } macro)
                {
                    invocations++;
                    if (Invoke(macro) || current.Kind != AsmTokenKind.Newline)
                    {
                        continue;
                    }

                    // It failed and its line is gone: the newline is next.
                    kind = AsmTokenKind.Newline;
                }
            }
            else if (kind == AsmTokenKind.Hash)
            {
                if (!beginningOfLine)
                {
                    Error("a directive stands alone on its line: '#' comes first");
                }

                beginningOfLine = Directive();
                return AsmTokenKind.Hash;
            }
            else if (kind == AsmTokenKind.EndOfFile)
            {
                if (conditions.Count > 0 && !stopped)
                {
                    Error("an #ifdef or #ifndef has no #endif");
                }

                conditions.Clear();
                return kind;
            }

            beginningOfLine = kind == AsmTokenKind.Newline;
            if (IsEnabled)
            {
                return kind;
            }
        }

        ReportRecursion("a macro invokes itself, or 100 macros in a row yield nothing");
        LeaveMacros();
        SkipLine();
        beginningOfLine = true;
        return AsmTokenKind.Hash;
    }

    /// <summary>The next token, macros not looked at. At a reader's end the one below goes on; the lowest stays at its end.</summary>
    private AsmTokenKind NextRaw()
    {
        while (true)
        {
            ref var top = ref readers.Top;
            if (top.Position < top.End)
            {
                currentExpansion = top.Expansion;
                if (top.File is { } file)
                {
                    currentPosition = top.Position++;
                    current = file[currentPosition];
                    currentSource = top.Source;
                    if (readers.Depth > 1 && --budget < 0)
                    {
                        return StopAtLimit();
                    }

                    return current.Kind;
                }

                var token = top.Body is { } body ? body[top.Position] : readers.Arena[top.Position];
                top.Position++;
                (current, currentSource, currentPosition) = (token.Token, token.Source, -1);
                return --budget < 0 ? StopAtLimit() : current.Kind;
            }

            if (readers.Depth == 1)
            {
                current = top.File![top.End];
                currentPosition = top.End;
                (currentSource, currentExpansion) = (top.Source, top.Expansion);
                return AsmTokenKind.EndOfFile;
            }

            readers.Pop();
        }
    }

    // Where the toolchain stops at once, some more places are shown; a file that recurses everywhere is not read to its end.
    private void ReportRecursion(string message)
    {
        Error(message, DiagnosticIds.ExpansionLimit);
        if (++recursions >= MaxRecursionsReported)
        {
            budget = 0;
        }
    }

    private AsmTokenKind StopAtLimit()
    {
        if (!stopped)
        {
            stopped = true;
            var reason = recursions >= MaxRecursionsReported
                ? "macros and includes recurse in too many places"
                : "macros and includes yield more than " + options.MaxExpandedTokens.ToString(CultureInfo.InvariantCulture) + " tokens";
            Error(reason + "; the rest of the file is not read", DiagnosticIds.ExpansionLimit);
        }

        while (readers.Depth > 1)
        {
            readers.Pop();
        }

        readers.Top.Position = readers.Top.End;
        hasPeek = false;
        return NextRaw();
    }

    // Back to the innermost file: what macros still had to yield is dropped.
    private void LeaveMacros()
    {
        while (readers.Depth > 1 && readers.Top.File is null)
        {
            readers.Pop();
        }
    }

    private void SkipLine()
    {
        while (current.Kind is not (AsmTokenKind.Newline or AsmTokenKind.EndOfFile))
        {
            NextRaw();
        }
    }

    private void Error(string message, string id = DiagnosticIds.Preprocessor) =>
        ErrorAt(current, currentSource, currentExpansion, message, id);

    private void ErrorAt(LexedToken token, int tokenSource, int expansion, string message, string id = DiagnosticIds.Preprocessor, string? suggestion = null)
    {
        var (source, span) = stream.Outermost(tokenSource, SpanOf(token), expansion);
        diagnostics.Add(new SourceDiagnostic(id, Severity.Error, message, new SourceLocation(stream.Sources[source], span))
        {
            Expansion = stream.GetFrames(expansion),
            Suggestion = suggestion,
        });
    }

    private string CurrentText => current.Kind switch
    {
        AsmTokenKind.EndOfFile => "",
        AsmTokenKind.Newline => "\\n",
        _ => stream.Sources[currentSource].Text.ToString(SpanOf(current)),
    };

    private TextSpan SpanOf(LexedToken token) => new(token.Start, token.GetLength(names));
}
