using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// What the standard library declares, as far as call sites, function-value flow and rules ask, for trees that are read without a GOROOT: Go files
/// without bodies, and assembly that defines what is assembly there. They are read like any others, from a directory that only <see cref="Over"/> shows.
/// </summary>
/// <remarks>
/// Types that depend on GOARCH, and packages and names that are not in the model, are unknown: nothing is to be concluded from their absence.
/// </remarks>
public static class GoStandardModel
{
    /// <summary>The directory that stands for GOROOT/src. No path of a disk is spelled like this.</summary>
    public const string SourceDirectory = "/<built-in model of the standard library>/src";

    /// <summary>The files given, and the model beside them.</summary>
    public static ISourceFiles Over(ISourceFiles files) =>
        files as Overlay ?? new Overlay(files ?? throw new ArgumentNullException(nameof(files)));

    /// <summary>True for files that <see cref="Over"/> made.</summary>
    internal static bool IsPartOf(ISourceFiles files) => files is Overlay;

    /// <summary>True for a path that only <see cref="Over"/> shows.</summary>
    public static bool Holds(string path) =>
        path is not null && path.StartsWith("/<", StringComparison.Ordinal) && SourcePath.IsWithin(path, SourceDirectory);

    private sealed class Overlay(ISourceFiles files) : ISourceFiles, ISourceContentHashes
    {
        private static readonly Dictionary<string, string> Texts = ReadTexts();

        private static readonly Dictionary<string, ImmutableArray<SourceEntry>> Directories = ReadDirectories();

        public ImmutableArray<SourceEntry> List(string directory) =>
            !IsOurs(directory) ? files.List(directory)
            : Directories.TryGetValue(SourcePath.Normalize(directory), out var entries) ? entries
            : ImmutableArray<SourceEntry>.Empty;

        public SourceReadResult Read(string path)
        {
            if (!IsOurs(path))
            {
                return files.Read(path);
            }

            var place = SourcePath.Normalize(path);
            return Texts.TryGetValue(place, out var text)
                ? SourceReadResult.Success(new SourceFile(place, SourceText.FromString(text)))
                : new SourceReadResult(null, SourceReadFailure.NotFound, "there is no such file in the model of the standard library");
        }

        public string? GetIdentity(string path)
        {
            if (!IsOurs(path))
            {
                return files.GetIdentity(path);
            }

            var place = SourcePath.Normalize(path);
            return Texts.ContainsKey(place) || Directories.ContainsKey(place) ? place : null;
        }

        public string? GetContentHash(string path) =>
            !IsOurs(path) && files is ISourceContentHashes hashes ? hashes.GetContentHash(path) : Read(path).File?.Text.ContentHash;

        private static bool IsOurs(string path) => Holds(path);

        private static Dictionary<string, string> ReadTexts()
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (path, text) in StandardModelFiles.All)
            {
                texts.Add(SourcePath.Combine(SourceDirectory, path), text);
            }

            return texts;
        }

        private static Dictionary<string, ImmutableArray<SourceEntry>> ReadDirectories()
        {
            var names = new Dictionary<string, SortedDictionary<string, bool>>(StringComparer.Ordinal);
            foreach (var file in Texts.Keys)
            {
                var isDirectory = false;
                for (var at = file; at.Length > SourceDirectory.Length; at = SourcePath.Directory(at))
                {
                    var parent = SourcePath.Directory(at);
                    if (!names.TryGetValue(parent, out var here))
                    {
                        names.Add(parent, here = new SortedDictionary<string, bool>(StringComparer.Ordinal));
                    }

                    here[SourcePath.FileName(at)] = isDirectory;
                    isDirectory = true;
                }
            }

            var directories = new Dictionary<string, ImmutableArray<SourceEntry>>(StringComparer.Ordinal);
            foreach (var pair in names)
            {
                var entries = ImmutableArray.CreateBuilder<SourceEntry>(pair.Value.Count);
                foreach (var entry in pair.Value)
                {
                    entries.Add(new SourceEntry(entry.Key, entry.Value));
                }

                directories.Add(pair.Key, entries.ToImmutable());
            }

            return directories;
        }
    }
}
