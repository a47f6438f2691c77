using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>Reading go.work, go.mod and modules.txt.</content>
public sealed partial class GoModuleGraph
{
    private sealed class Loader(ISourceFiles files, GoRootInfo? goRoot, ImmutableArray<string> goPath, CancellationToken ct)
    {
        // More than any workspace has; a hostile go.work ends here.
        private const int MaxMainModules = 10_000;

        private readonly ImmutableArray<SourceDiagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<SourceDiagnostic>();

        public GoModuleGraph Load(string start, GoModFlag mod)
        {
            var cache = new GoModuleCache(files, goPath);
            var work = mod == GoModFlag.GoPath ? null : FindUpward(start, "go.work");
            var single = mod == GoModFlag.GoPath ? null : FindUpward(start, "go.mod");
            var mains = FindMainModules(ref work, single);
            var root = work is not null ? DirectoryOf(work) : single is not null ? DirectoryOf(single) : start;
            var modules = new GoModuleSelection(files, cache, ct).Select(mains, work);
            var byDirectory = new Dictionary<string, GoSelectedModule>(StringComparer.Ordinal);
            foreach (var module in modules.Values)
            {
                // One directory may replace several modules: the main module's name goes first, then the first in order.
                if (module.Directory is { } directory && (!byDirectory.TryGetValue(directory, out var other)
                    || (!other.IsMain && (module.IsMain || string.CompareOrdinal(module.Path, other.Path) < 0))))
                {
                    byDirectory[directory] = module;
                }
            }

            var vendor = mains.IsEmpty ? null : FindVendor(root, work, mains, mod);
            return new GoModuleGraph(files, cache)
            {
                Root = root,
                MainModules = mains,
                Workspace = work,
                GoRoot = goRoot,
                GoPath = goPath,
                IsGoPathMode = mains.IsEmpty,
                Modules = modules,
                ModulesByDirectory = byDirectory,
                StandardSources = FindStandardSources(mains),
                VendorDirectory = vendor?.Directory,
                VendorFile = vendor?.File,
                IsVendorFirst = vendor?.IsFirst ?? false,
                Diagnostics = diagnostics.ToImmutable(),
            };
        }

        private static string DirectoryOf(GoModFile file) => SourcePath.Directory(file.Source.Path);

        private GoModFile? FindUpward(string start, string name)
        {
            for (var at = start; ; at = SourcePath.Directory(at))
            {
                ct.ThrowIfCancellationRequested();
                if (DirectoryProbe.HasFile(files, at, name))
                {
                    return Read(SourcePath.Combine(at, name));
                }

                if (at.Length == 0 || at == "/" || SourcePath.FileName(at) == "..")
                {
                    return null;
                }
            }
        }

        // A module whose go.mod can't be read is a module all the same.
        private GoModFile Read(string path)
        {
            var result = files.Read(path);
            if (result.File is null)
            {
                diagnostics.Add(new SourceDiagnostic(
                    DiagnosticIds.UnreadableFile, Severity.Error, "The file could not be read: " + result.Reason + ".", null) { Path = path });
                return new GoModFile(new SourceFile(path, SourceText.FromString("")));
            }

            var file = GoModFile.Parse(result.File);
            diagnostics.AddRange(file.Diagnostics);
            return file;
        }

        private ImmutableArray<GoMainModule> FindMainModules(ref GoModFile? work, GoModFile? single)
        {
            var mains = ImmutableArray.CreateBuilder<GoMainModule>();
            if (work is not null)
            {
                AddUsed(work, mains);
                if (single is not null && !Contains(mains, DirectoryOf(single)))
                {
                    Report(work.Source, default, "The workspace does not use the module in " + DirectoryOf(single) + "; it is analysed alone");
                    work = null;
                    mains.Clear();
                }
            }

            if (work is null && single is not null)
            {
                mains.Add(MakeMain(single));
            }

            return mains.ToImmutable();
        }

        private void AddUsed(GoModFile work, ImmutableArray<GoMainModule>.Builder mains)
        {
            var directories = new HashSet<string>(StringComparer.Ordinal);
            var paths = new HashSet<string>(StringComparer.Ordinal);
            foreach (var use in work.Uses)
            {
                ct.ThrowIfCancellationRequested();
                var directory = SourcePath.Combine(DirectoryOf(work), use.Replace('\\', '/'));
                if (mains.Count >= MaxMainModules || !directories.Add(directory))
                {
                    continue;
                }

                if (!DirectoryProbe.HasFile(files, directory, "go.mod"))
                {
                    Report(work.Source, default, "The workspace uses " + use + ", where there is no go.mod");
                    continue;
                }

                var main = MakeMain(Read(SourcePath.Combine(directory, "go.mod")));
                if (paths.Add(main.Path))
                {
                    mains.Add(main);
                }
                else
                {
                    Report(main.File.Source, default, "The workspace uses two modules with the path " + main.Path);
                }
            }
        }

        private static bool Contains(ImmutableArray<GoMainModule>.Builder mains, string directory)
        {
            foreach (var main in mains)
            {
                if (main.Directory == directory)
                {
                    return true;
                }
            }

            return false;
        }

        private GoMainModule MakeMain(GoModFile file)
        {
            var directory = DirectoryOf(file);
            if (file.ModulePath is null)
            {
                Report(file.Source, default, "The file has no module line");
            }

            return new GoMainModule(file.ModulePath ?? SourcePath.FileName(directory), directory, file);
        }

        // The toolchain's own tree is its own standard library, whatever toolchain analyses it.
        private ImmutableArray<string> FindStandardSources(ImmutableArray<GoMainModule> mains)
        {
            var sources = ImmutableArray.CreateBuilder<string>();
            foreach (var main in mains)
            {
                var source = main.Path == "std" ? main.Directory
                    : main.Path == "cmd" && SourcePath.FileName(main.Directory) == "cmd" ? SourcePath.Directory(main.Directory)
                    : null;
                if (source is not null)
                {
                    sources.Add(source);
                }
            }

            if (goRoot is not null)
            {
                // Debian's GOROOT holds a link to the sources; both names mean the same packages.
                sources.Add(goRoot.SourceDirectory);
                if (files.GetIdentity(goRoot.SourceDirectory) is { } identity && identity != goRoot.SourceDirectory)
                {
                    sources.Add(identity);
                }
            }

            if (sources.Count == 0 && GoStandardModel.IsPartOf(files))
            {
                sources.Add(GoStandardModel.SourceDirectory);
            }

            return sources.ToImmutable();
        }

        // cmd/go/internal/modload: setDefaultBuildMod, checkVendorConsistency.
        private (string Directory, GoVendorFile? File, bool IsFirst)? FindVendor(
            string root, GoModFile? work, ImmutableArray<GoMainModule> mains, GoModFlag mod)
        {
            var directory = SourcePath.Combine(root, "vendor");
            if (mod == GoModFlag.Mod || files.List(directory).IsEmpty)
            {
                return null;
            }

            var list = files.Read(SourcePath.Combine(directory, "modules.txt")).File;
            if (list is null)
            {
                return (directory, null, mod == GoModFlag.Vendor);
            }

            var file = GoVendorFile.Parse(list);
            var isFirst = mod == GoModFlag.Vendor
                || (work ?? mains[0].File).GoVersion is { } version && version.Minor >= (work is null ? 14 : 22);
            if (isFirst && work is null && mains[0].GoVersion is { Minor: >= 14 } && file.FindInconsistency(mains[0].File) is { } problem)
            {
                Report(list, default, "The vendor directory is inconsistent with go.mod: " + problem);
            }

            return (directory, file, isFirst);
        }

        private void Report(SourceFile file, TextSpan span, string message) =>
            diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.ModuleFile, Severity.Warning, message + ".", new SourceLocation(file, span)));
    }
}
