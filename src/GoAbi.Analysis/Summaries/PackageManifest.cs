using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What a directory's packages depend on beside its own files: found by reading them once, and then known as long as they don't change.</summary>
/// <param name="Imports">Import paths of its Go files, its tests aside; sorted.</param>
/// <param name="TestImports">Those of its tests; sorted.</param>
/// <param name="Includes">
/// Paths of files that its assembly may include, whether or not they exist, sorted, each with its state when the manifest was made: what a header
/// includes in turn is known only for as long as it stays the same.
/// </param>
internal sealed record PackageManifest(
    ImmutableArray<string> Imports, ImmutableArray<string> TestImports, ImmutableArray<KeyValuePair<string, string>> Includes)
{
    // "GoAbiDep", then the version.
    private static readonly byte[] Magic = [0x47, 0x6F, 0x41, 0x62, 0x69, 0x44, 0x65, 0x70, 2];

    /// <summary>The manifest of packages that were read; null where they depend on too much to say.</summary>
    public static PackageManifest? Of(
        ImmutableArray<(GoPackage Package, GoPackageScope Scope)> packages, AnalysisSession session, Func<string, string> stateOf, CancellationToken cancellationToken)
    {
        var imports = new SortedSet<string>(StringComparer.Ordinal);
        var testImports = new SortedSet<string>(StringComparer.Ordinal);
        var includes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (package, _) in packages)
        {
            foreach (var file in package.GoFiles)
            {
                (file.IsTest ? testImports : imports).UnionWith(file.Imports);
            }

            if (AssemblyIncludes.Of(session, package.AssemblyFiles, package.Directory, cancellationToken) is not { } found)
            {
                return null;
            }

            includes.UnionWith(found);
        }

        return new PackageManifest(
            imports.ToImmutableArray(), testImports.ToImmutableArray(), includes.Select(path => new KeyValuePair<string, string>(path, stateOf(path))).ToImmutableArray());
    }

    /// <summary>Its bytes; null where it depends on a file outside all roots.</summary>
    public byte[]? Encode(SummaryRoots roots)
    {
        var writer = new SummaryWriter(roots);
        var content = writer.Write(w =>
        {
            Write(w, Imports);
            Write(w, TestImports);
            w.Number(Includes.Length);
            foreach (var include in Includes)
            {
                w.Path(include.Key);
                w.String(include.Value);
            }
        });
        return writer.HasFailed ? null : SummaryCodec.Seal(Magic, content);
    }

    /// <summary>The manifest; null for anything but what <see cref="Encode"/> gives.</summary>
    public static PackageManifest? TryDecode(byte[] content, SummaryRoots roots)
    {
        if (!SummaryCodec.IsSealed(Magic, content))
        {
            return null;
        }

        var reader = SummaryCodec.Open(Magic, content, roots, static path => new SourceFile(path, SourceText.FromString("")));
        var manifest = new PackageManifest(
            reader.Many(static r => r.String()), reader.Many(static r => r.String()), reader.Many(static r => new KeyValuePair<string, string>(r.Path(), r.String())));
        return reader.IsComplete ? manifest : null;
    }

    private static void Write(SummaryWriter w, ImmutableArray<string> texts)
    {
        w.Number(texts.Length);
        foreach (var text in texts)
        {
            w.String(text);
        }
    }
}
