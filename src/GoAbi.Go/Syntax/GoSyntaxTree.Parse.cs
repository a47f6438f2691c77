using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>Making trees.</content>
public sealed partial class GoSyntaxTree
{
    private GoSyntaxTree(
        SourceFile file,
        GoToken[] tokens,
        string[] names,
        GoNodeList nodes,
        ImmutableArray<GoComment> comments,
        ImmutableArray<GoDirective> directives,
        IReadOnlyDictionary<int, int>? longLiterals,
        ImmutableArray<SourceDiagnostic> diagnostics)
    {
        File = file;
        this.tokens = tokens;
        this.names = names;
        Nodes = nodes;
        Comments = comments;
        Directives = directives;
        this.longLiterals = longLiterals;
        Diagnostics = diagnostics;
    }

    /// <summary>Reads a file. Never throws for what the file holds: see <see cref="Diagnostics"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoSyntaxTree Parse(SourceFile file, GoParseOptions? options = null, CancellationToken ct = default)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        var session = options?.Names;
        var names = session is null ? new FileNames(null) : session.Rent();
        try
        {
            return Parse(file, names, options?.SkipFunctionBodies ?? false, ct);
        }
        finally
        {
            session?.Return(names);
        }
    }

    private static GoSyntaxTree Parse(SourceFile file, FileNames names, bool skipBodies, CancellationToken ct)
    {
        var errors = new SyntaxErrors(file);
        using var scanner = new GoScanner(file, names, errors);
        scanner.ScanAll(ct);
        using var parser = new GoParser(file, scanner.Tokens, errors, skipBodies, ct);
        parser.ParseFile();
        var tokens = parser.SkippedBodies.Count == 0
            ? scanner.Tokens.ToArray()
            : SkippedTokens.Remove(scanner.Tokens, parser.Nodes, parser.SkippedBodies);
        return new GoSyntaxTree(
            file,
            tokens,
            names.Names,
            new GoNodeList(parser.Nodes),
            scanner.Comments.ToImmutableArray(),
            DirectiveReader.Read(file, scanner.Comments, scanner.DirectiveComments),
            scanner.LongLiterals,
            errors.ToDiagnostics());
    }
}
