using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>The layout of the function that an attribute names, or what is wrong.</summary>
/// <param name="Layout">The layout; null where something is wrong.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record GoFunctionReading(AbiLayout? Layout, ImmutableArray<GoFunctionProblem> Problems)
{
    private const string Signature = "signature";

    /// <summary>Reads an attribute that names no package.</summary>
    /// <param name="query">The attribute.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoFunctionReading OfSignature(GoFunctionQuery query, CancellationToken ct)
    {
        var target = TargetOf(query, out var problem);
        if (target is null)
        {
            return Wrong(problem!);
        }

        var declarations = query.Declarations.Length == 0 ? null : new SourceFile(nameof(query.Declarations), SourceText.FromString(query.Declarations));
        var text = AbiSignatureText.Read(new SourceFile(Signature, SourceText.FromString(query.Signature)), declarations, target, ct);
        if (text.Function is { } function)
        {
            return Compute(function, target);
        }

        var problems = ImmutableArray.CreateBuilder<GoFunctionProblem>();
        foreach (var diagnostic in text.Diagnostics)
        {
            var place = diagnostic.Location;
            var argument = place?.File?.Path ?? Signature;
            var source = argument == Signature ? query.Signature : query.Declarations;
            var start = place?.Span.Start ?? 0;
            problems.Add(new GoFunctionProblem(GoFunctionIds.Signature, diagnostic.Message, argument, start, Math.Max(place?.Span.Length ?? 0, WordLength(source, start))));
        }

        return new GoFunctionReading(null, problems.ToImmutable());
    }

    /// <summary>Reads an attribute that names a package.</summary>
    /// <param name="query">The attribute.</param>
    /// <param name="files">The additional files, and nothing else.</param>
    /// <param name="goFiles">Paths of the Go files and go.mod files among them.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoFunctionReading OfPackage(GoFunctionQuery query, ISourceFiles files, IEnumerable<string> goFiles, CancellationToken ct)
    {
        var target = TargetOf(query, out var problem);
        if (target is null)
        {
            return Wrong(problem!);
        }

        if (query.Declarations.Length > 0)
        {
            return Wrong(new GoFunctionProblem(GoFunctionIds.Signature, "declarations are of no use beside a package, which has its own", nameof(query.Declarations)));
        }

        if (!AbiFunctionLookup.TryParse(query.Signature, out var lookup, out var error))
        {
            return Wrong(new GoFunctionProblem(GoFunctionIds.Signature, error, Signature));
        }

        if (GoPackageImports.Find(files, goFiles, query.Package, target, ct) is not { } imports)
        {
            return Wrong(new GoFunctionProblem(GoFunctionIds.Package, "there is no package '" + query.Package + "' for " + target + " among the Go files of the project", nameof(query.Package)));
        }

        if (!lookup.TryCollect(imports.Package, out var scope, out error))
        {
            return Wrong(new GoFunctionProblem(GoFunctionIds.Signature, error, Signature));
        }

        var function = lookup.Find(scope, imports.Session, out error);
        return function is not null ? Compute(function, target)
            : Wrong(error is null
                ? new GoFunctionProblem(GoFunctionIds.Package, "there is no function '" + query.Signature + "' in package '" + query.Package + "' for " + target, Signature)
                : new GoFunctionProblem(GoFunctionIds.Signature, error, Signature));
    }

    private static GoFunctionReading Compute(AbiFunction function, Target target)
    {
        if (AbiLayout.Compute(function, target, out var unknown) is { } layout)
        {
            return new GoFunctionReading(layout, ImmutableArray<GoFunctionProblem>.Empty);
        }

        var what = unknown is { Name.Length: > 0 } value ? "'" + value.Name + "'" : "a value without name";
        return Wrong(new GoFunctionProblem(GoFunctionIds.Signature, "the size of " + what + " is not known: a type that it needs is not declared, or is a type parameter", Signature));
    }

    private static Target? TargetOf(GoFunctionQuery query, out GoFunctionProblem? problem)
    {
        var version = GoVersion.NewestKnown;
        problem = null;
        if (query.Go.Length > 0 && !GoVersion.TryParse(query.Go, out version))
        {
            problem = new GoFunctionProblem(GoFunctionIds.Target, "'" + query.Go + "' is no Go version: it is 1.23 or 1.23.4", nameof(query.Go));
        }
        else if (query.Goarch.Length == 0)
        {
            problem = new GoFunctionProblem(GoFunctionIds.Target, "this is no architecture of Go", "Arch");
        }
        else if (!GoPlatforms.IsOperatingSystem(query.Os))
        {
            problem = new GoFunctionProblem(GoFunctionIds.Target, "'" + query.Os + "' is no operating system of Go", nameof(query.Os));
        }

        return problem is null ? new Target { Toolchain = version, Goos = query.Os, Goarch = query.Goarch } : null;
    }

    private static GoFunctionReading Wrong(GoFunctionProblem problem) => new(null, ImmutableArray.Create(problem));

    private static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            end++;
        }

        return Math.Max(end - start, start < text.Length ? 1 : 0);
    }
}
