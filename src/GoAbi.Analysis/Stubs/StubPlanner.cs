using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Plans the address stubs that findings ask for: names, places and text, for every architecture whose assembly defines the function.</summary>
internal sealed class StubPlanner(AnalysisSession session, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, StubPackage> packages = new(StringComparer.Ordinal);

    /// <summary>The stubs by linker name of the function; functions that can't have one are left out.</summary>
    public Dictionary<string, AddressStub> Plan(IReadOnlyList<AddressStubUse> uses, Func<string, PackageSymbols?> packageOf)
    {
        var functions = new SortedDictionary<string, List<AddressStubUse>>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            if (!functions.TryGetValue(use.Function.Symbol, out var list))
            {
                functions[use.Function.Symbol] = list = [];
            }

            list.Add(use);
        }

        var stubs = new Dictionary<string, AddressStub>(StringComparer.Ordinal);
        foreach (var function in functions)
        {
            var first = function.Value[0];
            var owner = first.Function.Package == first.Unit.Package.ImportPath ? first.Unit.Symbols : packageOf(first.Function.Package);
            if (owner is { Package: { IsInMainModule: true, UsesCgo: false } package } && first.Function.Declaration is { } declaration
                && PlanOne(package, declaration.Name, first.Function, function.Value, functions.Keys) is { } stub)
            {
                stubs[function.Key] = stub;
            }
        }

        return stubs;
    }

    private AddressStub? PlanOne(GoPackage package, string name, FunctionInfo function, List<AddressStubUse> uses, ICollection<string> flagged)
    {
        if (!packages.TryGetValue(package.Directory, out var files))
        {
            packages[package.Directory] = files = StubPackage.Read(session, package, cancellationToken);
        }

        var isUsedElsewhere = uses.Exists(use => use.Unit.Package.Directory != package.Directory
            || use.Unit.Package.Variant == GoPackageVariant.ExternalTests);
        foreach (var use in uses)
        {
            // A dot import brings the stub's name into the file block of a package that may have one of its own.
            if (use.Unit.Package.Directory != package.Directory && use.Use.Unparenthesized().Kind == GoSyntaxKind.Identifier)
            {
                files.TakeNamesOf(use.Unit.Package);
            }
        }

        var existing = FindExisting(files, package, function, isUsedElsewhere);
        var stubName = existing ?? files.FreeName((isUsedElsewhere ? "AddrOf" : "addrOf") + Capitalize(name));
        var insertions = ImmutableArray.CreateBuilder<StubInsertion>();
        if (existing is null)
        {
            AddAssembly(files, package, function, stubName, flagged, insertions);
            AddDeclarations(files, package.Name, name, stubName, uses, insertions);
            if (insertions.Count == 0)
            {
                return null;
            }
        }

        return new AddressStub { Symbol = function.Symbol, Name = stubName, Insertions = insertions.ToImmutable() };
    }

    private static string? FindExisting(StubPackage files, GoPackage package, FunctionInfo function, bool mustBeExported)
    {
        var linkPath = SymbolNames.LinkPath(package);
        foreach (var (_, _, candidate) in files.Definitions)
        {
            if (ExistingStubs.AddressReturnedBy(candidate) is { IsStatic: false } returned
                && returned.Resolve(linkPath) == function.Symbol
                && candidate.Text.Symbol is { IsPackageLocal: true, IsStatic: false } symbol)
            {
                var name = symbol.Name.Substring(1);
                if (!mustBeExported || char.IsUpper(name[0]))
                {
                    foreach (var declaration in files.DeclarationsOf(name))
                    {
                        if (declaration[4].IsNone)
                        {
                            return name;
                        }
                    }
                }
            }
        }

        return null;
    }

    private void AddAssembly(
        StubPackage files, GoPackage package, FunctionInfo function, string stubName, ICollection<string> flagged, ImmutableArray<StubInsertion>.Builder insertions)
    {
        var linkPath = SymbolNames.LinkPath(package);
        var byFile = new SortedDictionary<string, List<(Target Target, AsmProgram Program, AsmFunction Function)>>(StringComparer.Ordinal);
        foreach (var definition in files.Definitions)
        {
            var symbol = definition.Function.Text.Symbol;
            if (!symbol.IsStatic && symbol.Resolve(linkPath) == function.Symbol)
            {
                var path = definition.Program.File.Path;
                if (!byFile.TryGetValue(path, out var list))
                {
                    byFile[path] = list = [];
                }

                list.Add(definition);
            }
        }

        foreach (var definitions in byFile.Values)
        {
            var (target, program, text) = definitions[0];
            var canStay = definitions.TrueForAll(other => StubTemplates.AreEqual(other.Target.Goarch, target.Goarch)) && IsInPlace(text, program);
            if (canStay)
            {
                insertions.Add(InPlace(program, text, target.Goarch, stubName, linkPath, flagged));
                continue;
            }

            foreach (var definition in definitions)
            {
                insertions.Add(InOwnFile(definition.Program, definition.Function, definition.Target.Goarch, stubName));
            }
        }
    }

    // A TEXT that a macro or an included file makes has no end to write behind, nor has one that shares its last line with the next.
    private static bool IsInPlace(AsmFunction function, AsmProgram program)
    {
        if (function.Text.IsFromMacro || !ReferenceEquals(function.Text.Origin.Location.File, program.File))
        {
            return false;
        }

        if (!function.Body.IsEmpty && !ReferenceEquals(function.Body[function.Body.Length - 1].Origin.Location.File, program.File))
        {
            return false;
        }

        var at = program.Functions.IndexOf(function);
        return at + 1 >= program.Functions.Length
            || program.Functions[at + 1].Text.Origin.Location is var next
                && (!ReferenceEquals(next.File, program.File)
                    || program.File.Text.Lines.LineOf(next.Span.Start) > program.File.Text.Lines.LineOf(EndOf(function)));
    }

    private static StubInsertion InPlace(AsmProgram program, AsmFunction function, string goarch, string stubName, string linkPath, ICollection<string> flagged)
    {
        // Where the next functions are flagged too, they may be the end marks of a range: nothing goes in between.
        var last = function;
        var at = program.Functions.IndexOf(function);
        while (at + 1 < program.Functions.Length
            && program.Functions[at + 1] is var next
            && IsInPlace(next, program)
            && flagged.Contains(next.Text.Symbol.Resolve(linkPath)))
        {
            last = next;
            at++;
        }

        var text = program.File.Text;
        var position = NextLine(text.Text, EndOf(last));
        return new StubInsertion(
            program.File.Path,
            program.File,
            position,
            "",
            StubTemplates.Assembly(goarch, stubName, SymbolText(function), HasTextFlags(program.File)),
            ImmutableArray<string>.Empty);
    }

    // Where the line after a place starts; a comment that goes over several lines belongs to the first.
    private static int NextLine(string text, int from)
    {
        var at = from;
        while (at < text.Length && text[at] != '\n')
        {
            if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + 2;
            }
            else
            {
                at++;
            }
        }

        return Math.Min(at + 1, text.Length);
    }

    private static int EndOf(AsmFunction function)
    {
        AsmStatement last = function.Body.IsEmpty ? function.Text : function.Body[function.Body.Length - 1];
        var end = last.Origin.Location.Span.End;
        foreach (var operand in last.Operands)
        {
            end = Math.Max(end, operand.Origin.Location.Span.End);
        }

        return end;
    }

    private StubInsertion InOwnFile(AsmProgram program, AsmFunction function, string goarch, string stubName)
    {
        var name = "addrof" + PlatformSuffix(program.File.Name, goarch) + ".s";
        var path = SourcePath.Combine(SourcePath.Directory(program.File.Path), name);
        var existing = session.Files.Read(path).File;
        var constraints = new StringBuilder();
        foreach (var line in session.Files.Constraints(program.File.Path))
        {
            constraints.Append(program.File.Text.ToString(line.Span).TrimEnd()).Append('\n');
        }

        if (constraints.Length > 0)
        {
            constraints.Append('\n');
        }

        return new StubInsertion(
            path,
            existing,
            existing?.Text.Length ?? 0,
            existing is null ? constraints + "#include \"textflag.h\"\n" : "",
            StubTemplates.Assembly(goarch, stubName, SymbolText(function), existing is null || HasTextFlags(existing)),
            ImmutableArray<string>.Empty);
    }

    // The new file is built exactly where the defining one is: same GOOS in its name, same constraints, and the architecture.
    private static string PlatformSuffix(string fileName, string goarch)
    {
        var parts = fileName.Substring(0, fileName.Length - 2).Split('_');
        var goos = "";
        for (var i = Math.Max(1, parts.Length - 2); i < parts.Length; i++)
        {
            if (GoPlatforms.IsOperatingSystem(parts[i]))
            {
                goos = "_" + parts[i];
            }
        }

        return goos + "_" + goarch;
    }

    // With tags that were not given (purego, for example) a file may be built that no platform builds without.
    private static bool MayBeBuiltTogether(StubPackage files, string user, string declaring) =>
        files.Platforms.Of(declaring).Count == 0 || files.Platforms.AreBuiltTogether(user, declaring);

    private static void AddDeclarations(
        StubPackage files, string packageName, string name, string stubName, List<AddressStubUse> uses, ImmutableArray<StubInsertion>.Builder insertions)
    {
        foreach (var declaration in files.DeclarationsOf(name))
        {
            var file = declaration.Tree.File;
            if (declaration[4].IsNone)
            {
                insertions.Add(new StubInsertion(
                    file.Path,
                    file,
                    AfterRun(declaration),
                    "",
                    "// " + stubName + " returns the address of " + name + "'s code; in Go, the func value is that of its ABI wrapper.\nfunc " + stubName + "() uintptr\n",
                    ImmutableArray<string>.Empty)
                {
                    Tree = declaration.Tree,
                });
            }
            else if (uses.Exists(use => MayBeBuiltTogether(files, use.Use.Tree.File.Path, file.Path)) && IsPackage(declaration.Tree.Root[0], packageName))
            {
                insertions.Add(new StubInsertion(
                    file.Path,
                    file,
                    LineEnd(file, declaration.Span.End),
                    "",
                    "// " + stubName + " returns the address of " + name + "'s code. It is a Go function here, so its func value is.\nfunc " + stubName
                        + "() uintptr {\n\treturn reflect.ValueOf(" + name + ").Pointer()\n}\n",
                    ImmutableArray.Create("reflect"))
                {
                    Tree = declaration.Tree,
                });
            }
        }
    }

    private static bool IsPackage(GoNode clause, string name) =>
        clause.Kind == GoSyntaxKind.PackageClause && clause.ChildCount == 1 && clause[0].Text == name;

    // Declarations without bodies often stand line under line; the stub goes behind the last of them.
    private static int AfterRun(GoNode declaration)
    {
        var text = declaration.Tree.File.Text;
        var end = declaration.Span.End;
        foreach (var next in declaration.Tree.Root.Children)
        {
            if (next.Span.Start > end
                && next.Kind == GoSyntaxKind.FuncDecl
                && next[4].IsNone
                && text.Lines.LineOf(next.Span.Start) == text.Lines.LineOf(end) + 1)
            {
                end = next.Span.End;
            }
        }

        return LineEnd(declaration.Tree.File, end);
    }

    private static int LineEnd(SourceFile file, int position)
    {
        var line = file.Text.Lines.LineOf(position);
        return line + 1 < file.Text.Lines.Count ? file.Text.Lines.StartOf(line + 1) : file.Text.Length;
    }

    // As the TEXT writes it; one that a macro makes is written by its name.
    private static string SymbolText(AsmFunction function)
    {
        var symbol = function.Text.Symbol;
        return symbol.Name.Replace('.', '·').Replace('/', '∕');
    }

    private static bool HasTextFlags(SourceFile file) =>
        file.Text.Text.IndexOf("\"textflag.h\"", StringComparison.Ordinal) >= 0;

    private static string Capitalize(string name)
    {
        var trimmed = name.TrimStart('_');
        return trimmed.Length == 0 ? name : char.ToUpper(trimmed[0], CultureInfo.InvariantCulture) + trimmed.Substring(1);
    }
}
