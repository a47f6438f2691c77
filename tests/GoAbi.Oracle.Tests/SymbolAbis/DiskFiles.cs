using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.SymbolAbis;

/// <summary>The disk, without any of the care that the product's own source of files takes.</summary>
internal sealed class DiskFiles : ISourceFiles
{
    public ImmutableArray<SourceEntry> List(string directory) =>
        new DirectoryInfo(directory).GetFileSystemInfos()
            .OrderBy(e => e.Name, StringComparer.Ordinal)
            .Select(e => new SourceEntry(e.Name, (e.Attributes & FileAttributes.Directory) != 0))
            .ToImmutableArray();

    public SourceReadResult Read(string path) => File.Exists(path)
        ? SourceReadResult.Success(new SourceFile(path, SourceText.FromBytes(File.ReadAllBytes(path))))
        : SourceReadResult.Fail(SourceReadFailure.NotFound, "no such file");

    public string? GetIdentity(string path) => File.Exists(path) || Directory.Exists(path) ? Path.GetFullPath(path) : null;
}
