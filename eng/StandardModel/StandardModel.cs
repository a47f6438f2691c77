// The built-in model of the standard library: what packages declare, out of the sources of a Go toolchain. It writes eng/data/std/model.txt, and from that
// src/GoAbi.Go/Packages/StandardModel/StandardModelFiles.g.cs. Names, kinds, types and the values of constants only: no bodies, no comments.
// Run from the repository's root: dotnet run eng/StandardModel/StandardModel.cs [GOROOT...]; without a GOROOT the data stay and only the C# file is written.
// Everything is as the newest, the last one, has it; of an older one only what is assembly, Go or neither, where that differs.
#:project ../../src/GoAbi.Workspace/GoAbi.Workspace.csproj
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Workspace;

var data = Path.Combine("eng", "data", "std", "model.txt");
var lists = Path.Combine("eng", "data", "std", "packages.txt");
if (!File.Exists(lists))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no eng/data/std/packages.txt here.");
    return 1;
}

if (args.Length > 0)
{
    var files = new DiskSourceFiles();
    var packages = File.ReadAllLines(lists).Where(static line => line.Length > 0 && line[0] != '#').ToArray();
    Merger? merged = null;
    foreach (var path in args.Reverse())
    {
        var root = GoRootInfo.TryRead(files, Path.GetFullPath(path)) ?? throw new InvalidOperationException(path + " is no GOROOT.");
        merged ??= new Merger(Since.Read(Path.Combine(path, "api")), root.Version);
        foreach (var (goos, goarch) in Merger.Platforms)
        {
            var target = new Target { Toolchain = root.Version, Goos = goos, Goarch = goarch };
            merged.Add(goos + "/" + goarch, root.Version, new Extraction(files, root, target).Read(packages));
        }
    }

    File.WriteAllText(data, "# Written by eng/StandardModel from the sources of " + merged!.Newest + ": what packages of the standard library declare. Do not edit.\n" + merged.Write());
}

File.WriteAllText(
    Path.Combine("src", "GoAbi.Go", "Packages", "StandardModel", "StandardModelFiles.g.cs"),
    Generated.Write(File.ReadAllLines(data)));
return 0;

/// <summary>One declaration: a line of Go, without bodies.</summary>
/// <param name="Name">What it declares: F, T.M for a method.</param>
/// <param name="Text">The line.</param>
/// <param name="Imports">Import paths that it names packages of, with the names.</param>
/// <param name="IsAssembly">A function that the package's assembly defines.</param>
internal sealed record Declaration(string Name, string Text, ImmutableSortedSet<string> Imports, bool IsAssembly);

/// <summary>Reads the declarations that are wanted, and what they need, for one target.</summary>
internal sealed class Extraction
{
    private readonly DiskSourceFiles files;
    private readonly GoModuleGraph modules;
    private readonly GoPackageLoader loader;
    private readonly GoTypeSession session;
    private readonly Dictionary<string, Package?> packages = [];
    private readonly Queue<(Package Package, string Name)> pending = new();
    private readonly HashSet<(string, string)> wanted = [];

    public Extraction(DiskSourceFiles files, GoRootInfo root, Target target)
    {
        this.files = files;
        modules = GoModuleGraph.Load(files, root.SourceDirectory, root, [], GoModFlag.Default, CancellationToken.None);
        loader = new GoPackageLoader(files, modules, target, new GoPackageLoaderOptions { IncludeTests = false, SkipFunctionBodies = true });
        session = new GoTypeSession(target, (owner, path) => Find(path)?.Scope);
    }

    public Dictionary<string, Dictionary<string, Declaration>> Read(string[] listed)
    {
        foreach (var path in listed)
        {
            if (Find(path) is { } package)
            {
                foreach (var item in package.Scope.Objects.Where(static item => char.IsUpper(item.Name[0])))
                {
                    // The numbers of one system's calls and errors are of no use to anybody else.
                    if (path != "syscall" || item.Kind != GoObjectKind.Constant)
                    {
                        Want(package, item.Name);
                    }
                }
            }
        }

        var found = new Dictionary<string, Dictionary<string, Declaration>>();
        while (pending.TryDequeue(out var next))
        {
            if (next.Package.Scope.TryGet(next.Name, out var item))
            {
                Emit(next.Package, item, found);
            }
        }

        return found;
    }

    private void Emit(Package package, GoObject item, Dictionary<string, Dictionary<string, Declaration>> found)
    {
        if (!found.TryGetValue(package.Path, out var here))
        {
            found[package.Path] = here = [];
        }

        var writer = new Writer(this, package, item.DeclaringNode);
        switch (item.Kind)
        {
            case GoObjectKind.Constant:
                if (Constant(writer, item) is { } value)
                {
                    here[item.Name] = writer.Finish(item.Name, "const " + item.Name + value);
                }

                break;
            case GoObjectKind.Variable:
                var type = writer.TypeText(session.TypeOf(item));
                if (type is not null)
                {
                    here[item.Name] = writer.Finish(item.Name, "var " + item.Name + " " + type);
                }

                break;
            case GoObjectKind.TypeName:
                here[item.Name] = writer.Finish(item.Name, "type " + writer.Node(item.DeclaringNode));

                // A method of a type that is only needed for its size brings in more types than it is worth.
                var isInternal = package.Path.Split('/').Contains("internal");
                foreach (var method in package.Scope.Methods.Where(method => method.ReceiverTypeName == item.Name && char.IsUpper(method.Name[0]) && !isInternal))
                {
                    var name = item.Name + "." + method.Name;
                    var methodWriter = new Writer(this, package, method.DeclaringNode);
                    here[name] = methodWriter.Function(name, method, IsAssembly(package, item.Name + "." + method.Name));
                }

                break;
            case GoObjectKind.Function:
                here[item.Name] = writer.Function(item.Name, item, IsAssembly(package, item.Name));
                break;
        }
    }

    // Fractions are left out: nothing asks for them, and a double is not all of one.
    private string? Constant(Writer writer, GoObject item)
    {
        var type = session.TypeOf(item);
        var prefix = type.ToString()!.StartsWith("untyped", StringComparison.Ordinal) ? "" : writer.TypeText(type) is { } text ? " " + text : null;
        var value = session.ValueOf(item) switch
        {
            GoStringValue s => "\"" + string.Concat(s.Value.Select(c => c is '"' or '\\' ? "\\" + c : c is >= ' ' and < '\x7f' ? c.ToString() : c < 0x80 ? "\\x" + ((int)c).ToString("x2") : c.ToString())) + "\"",
            GoNumberValue { IsInteger: true } n when type.ToString() == "untyped rune" => "'\\U" + ((int)n.ToInteger()).ToString("x8") + "'",
            GoNumberValue { IsInteger: true } n => n.ToInteger() + (type.ToString() == "untyped float" ? ".0" : ""),
            GoBooleanValue b => b.ToString(),
            _ => null,
        };
        return value is null || prefix is null || value.Length > 400 ? null : prefix + " = " + value;
    }

    private static bool IsAssembly(Package package, string name) => package.Texts.Contains(name);

    public void Want(Package package, string name)
    {
        if (wanted.Add((package.Path, name)))
        {
            pending.Enqueue((package, name));
        }
    }

    public Package? Find(string path)
    {
        if (path is "C" or "unsafe")
        {
            return null;
        }

        if (!packages.TryGetValue(path, out var package))
        {
            package = modules.Resolve(path, modules.Root) is { } place && loader.Load(place.Directory, CancellationToken.None) is [var first, ..]
                ? new Package(path, first, GoPackageScope.Collect(first))
                : null;
            packages[path] = package;
        }

        return package;
    }

    internal sealed class Package
    {
        public Package(string path, GoPackage package, GoPackageScope scope)
        {
            (Path, Scope) = (path, scope);
            foreach (var file in package.AssemblyFiles)
            {
                foreach (Match match in Regex.Matches(file.Text.Text, @"(?m)^TEXT\s+(?:[\w∕]+)?·([\w·]+)\(SB\)"))
                {
                    Texts.Add(match.Groups[1].Value.Replace('·', '.'));
                }
            }
        }

        public string Path { get; }

        public GoPackageScope Scope { get; }

        public HashSet<string> Texts { get; } = [];
    }
}

/// <summary>Writes declarations as single lines, and wants what they name.</summary>
internal sealed class Writer(Extraction extraction, Extraction.Package package, GoNode declaration)
{
    private readonly SortedSet<string> imports = new(StringComparer.Ordinal);
    // Names that are declared there: of fields, parameters, methods.
    private readonly HashSet<int> declared = declaration.IsDefault ? [] : [.. NamesDeclaredIn(declaration)];

    private readonly Dictionary<string, string> importNames = declaration.IsDefault ? [] : ImportsOf(declaration.Tree);

    public Declaration Finish(string name, string text, bool isAssembly = false) => new(name, text, [.. imports], isAssembly);

    public Declaration Function(string name, GoObject item, bool isAssembly)
    {
        var node = item.DeclaringNode;
        var end = node[3].EndToken;
        return Finish(name, Tokens(node.Tree, node.FirstToken, end, []) + (item.HasBody ? " {}" : ""), isAssembly && !item.HasBody);
    }

    // Fields that nobody outside sees keep their size: what they lead to is left out.
    public string Node(GoNode node)
    {
        var replacements = new Dictionary<int, (int End, string Text)>();
        Hide(node, replacements);
        return Tokens(node.Tree, node.FirstToken, node.EndToken, replacements);
    }

    // go/types' way of writing, with import paths for qualifiers.
    public string? TypeText(GoType type)
    {
        var text = type.ToString()!;
        if (text.Contains("invalid type", StringComparison.Ordinal) || text.Length > 300)
        {
            return null;
        }

        return Regex.Replace(text, @"([\w./-]+)\.(\w+)", match =>
        {
            var (path, name) = (match.Groups[1].Value, match.Groups[2].Value);
            Want(path, name);
            if (path == package.Path)
            {
                return name;
            }

            var last = path[(path.LastIndexOf('/') + 1)..];
            imports.Add(last + " " + path);
            return last + "." + name;
        });
    }

    private static void Hide(GoNode node, Dictionary<int, (int End, string Text)> replacements)
    {
        if (node.Kind == GoSyntaxKind.Field && node.Parent.Kind == GoSyntaxKind.StructType)
        {
            var names = node[0];
            if (!names.IsNone && Nodes.ChildrenOf(names).All(static name => !char.IsUpper(name.Text[0])))
            {
                var by = node[1].Kind switch
                {
                    GoSyntaxKind.Star or GoSyntaxKind.MapType or GoSyntaxKind.ChanType or GoSyntaxKind.FuncType => "*byte",
                    GoSyntaxKind.SliceType => "[]byte",
                    GoSyntaxKind.InterfaceType => "interface{}",
                    _ => null,
                };
                if (by is not null)
                {
                    replacements[node[1].FirstToken] = (node[1].EndToken, by);
                }
            }

            if (node.ChildCount > 2 && !node[2].IsNone)
            {
                replacements[node[2].FirstToken] = (node[2].EndToken, "");
            }
        }

        foreach (var child in node.Children)
        {
            Hide(child, replacements);
        }
    }

    private string Tokens(GoSyntaxTree tree, int first, int end, Dictionary<int, (int End, string Text)> replacements)
    {
        var text = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (replacements.TryGetValue(i, out var by))
            {
                text.Append(by.Text);
                i = by.End - 1;
            }
            else if (tree.TokenKind(i) == GoTokenKind.Identifier)
            {
                var name = tree.TokenText(i);
                var isQualified = i + 2 < tree.Tokens.Length && tree.TokenText(i + 1) == ".";
                if (isQualified && importNames.TryGetValue(name, out var path) && (i == first || tree.TokenText(i - 1) != "."))
                {
                    imports.Add(name + " " + path);
                    Want(path, tree.TokenText(i + 2));
                }
                else if (!declared.Contains(i) && (i == first || tree.TokenText(i - 1) != "."))
                {
                    extraction.Want(package, name);
                }

                text.Append(name);
            }
            else
            {
                text.Append(tree.TokenText(i).Length == 0 && i + 1 < end ? ";" : tree.TokenText(i));
            }

            if (i + 1 < end && (tree.TokenSpan(i + 1).Start > tree.TokenSpan(i).End || text[^1] == ';'))
            {
                text.Append(' ');
            }
        }

        var line = Regex.Replace(text.ToString(), @"\s+", " ");
        return Regex.Replace(line, @"\{ ", "{").Replace("; }", "}", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal).Replace(", )", ")", StringComparison.Ordinal).Trim(' ', ';');
    }

    private void Want(string path, string name)
    {
        if (extraction.Find(path) is { } other)
        {
            extraction.Want(other, name);
        }
    }

    private static IEnumerable<int> NamesDeclaredIn(GoNode node)
    {
        var names = node.Kind switch
        {
            GoSyntaxKind.Field when !node[0].IsNone => Nodes.ChildrenOf(node[0]),
            GoSyntaxKind.MethodSpec or GoSyntaxKind.TypeSpec => [node[0]],
            GoSyntaxKind.FuncDecl => [node[1]],
            _ => [],
        };
        return names.Select(static name => name.FirstToken).Concat(Nodes.ChildrenOf(node).SelectMany(NamesDeclaredIn));
    }

    private static Dictionary<string, string> ImportsOf(GoSyntaxTree tree)
    {
        var found = new Dictionary<string, string>();
        foreach (var import in Nodes.ChildrenOf(tree.Root).Where(static node => node.Kind == GoSyntaxKind.ImportDecl).SelectMany(Nodes.ChildrenOf))
        {
            var path = import.LastChild.Text.Trim('"', '`');
            var name = import[0].IsNone ? path[(path.LastIndexOf('/') + 1)..] : import[0].Text;
            found.TryAdd(name == "v2" ? "rand" : name, path);
        }

        return found;
    }
}

internal static class Nodes
{
    public static IEnumerable<GoNode> ChildrenOf(GoNode node)
    {
        var children = new List<GoNode>();
        foreach (var child in node.Children)
        {
            children.Add(child);
        }

        return children;
    }
}

/// <summary>Since which version of Go something is there: the files of GOROOT/api.</summary>
internal static class Since
{
    private const int Oldest = 16;

    public static Dictionary<(string Package, string Name), int> Read(string directory)
    {
        var since = new Dictionary<(string, string), int>();
        foreach (var file in Directory.EnumerateFiles(directory, "go1.*.txt"))
        {
            var minor = int.Parse(Regex.Match(file, @"go1\.(\d+)\.txt$").Groups[1].Value);
            foreach (var line in minor <= Oldest ? [] : File.ReadAllLines(file))
            {
                // A line for one platform may tell of a new port, and a deprecation of something old.
                if (line.Contains("//deprecated", StringComparison.Ordinal))
                {
                    continue;
                }

                var match = Regex.Match(line, @"^pkg ([^\s,]+), (?:func|const|var|type) (\w+)");
                var method = Regex.Match(line, @"^pkg ([^\s,]+), method \(\*?(\w+)[^)]*\) (\w+)");
                var key = match.Success ? (match.Groups[1].Value, match.Groups[2].Value)
                    : method.Success ? (method.Groups[1].Value, method.Groups[2].Value + "." + method.Groups[3].Value)
                    : default;

                // "type T struct, Field x" of an old type is no new type; its own line says only "type T struct".
                if (key != default && !(match.Success && Regex.IsMatch(line, @", type \w+ (struct|interface), ")))
                {
                    since.TryAdd(key, minor);
                }
            }
        }

        return since;
    }
}

/// <summary>Joins what all platforms have to files with build constraints.</summary>
internal sealed class Merger(Dictionary<(string Package, string Name), int> since, GoVersion newest)
{
    public GoVersion Newest { get; } = newest;

    public static readonly (string Goos, string Goarch)[] Platforms =
    [
        ("linux", "amd64"), ("linux", "arm64"), ("linux", "386"), ("linux", "arm"), ("linux", "riscv64"), ("linux", "ppc64le"), ("linux", "s390x"), ("linux", "mips64"),
        ("windows", "amd64"), ("darwin", "arm64"), ("freebsd", "amd64"), ("js", "wasm"),
    ];

    private readonly SortedDictionary<string, SortedDictionary<string, List<(Declaration? Declaration, string Platform)>>> all = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Path, string Name, string Platform), (int Minor, Declaration Declaration)> older = [];

    public void Add(string platform, GoVersion version, Dictionary<string, Dictionary<string, Declaration>> packages)
    {
        foreach (var (path, declarations) in version == Newest ? [] : packages)
        {
            foreach (var (name, declaration) in declarations)
            {
                older[(path, name, platform)] = (version.Minor, declaration);

                // What only the older version has: what one of its types is made of.
                if (all.TryGetValue(path, out var known) && !(known.TryGetValue(name, out var newer) && newer.Exists(variant => variant.Platform == platform)))
                {
                    if (newer is null)
                    {
                        known[name] = newer = [];
                    }

                    newer.Add((null, platform));
                }
            }
        }

        foreach (var (path, declarations) in packages)
        {
            if (!all.TryGetValue(path, out var here))
            {
                all[path] = here = new(StringComparer.Ordinal);
            }

            foreach (var (name, declaration) in version == Newest ? declarations : [])
            {
                if (!here.TryGetValue(name, out var variants))
                {
                    here[name] = variants = [];
                }

                variants.Add((declaration, platform));
            }
        }
    }

    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (path, names) in all)
        {
            var kept = new HashSet<string>();
            var byConstraint = new SortedDictionary<string, List<Declaration>>(StringComparer.Ordinal);
            foreach (var (name, variants) in names.OrderBy(static pair => pair.Key.Contains('.')).ThenBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                if (name.Contains('.') && !kept.Contains(name.Split('.')[0]))
                {
                    continue;
                }

                foreach (var group in variants.SelectMany(variant => Versions(path, name, variant.Declaration, variant.Platform))
                    .GroupBy(static variant => (variant.Declaration.Text, variant.Declaration.IsAssembly, variant.Version)))
                {
                    if (Constraint(path, name, [.. group.Select(static variant => variant.Platform)]) is { } constraint)
                    {
                        constraint = string.Join(" && ", new[] { constraint, group.Key.Version }.Where(static part => part.Length > 0));
                        if (!byConstraint.TryGetValue(constraint, out var list))
                        {
                            byConstraint[constraint] = list = [];
                        }

                        list.Add(group.First().Declaration);
                        kept.Add(name);
                    }
                }
            }

            foreach (var (constraint, declarations) in byConstraint)
            {
                text.Append("package " + path + (constraint.Length > 0 ? " // " + constraint : "") + "\n");
                foreach (var import in declarations.SelectMany(static declaration => declaration.Imports).Distinct().Order(StringComparer.Ordinal))
                {
                    text.Append("import " + import.Replace(" ", " \"", StringComparison.Ordinal) + "\"\n");
                }

                foreach (var declaration in declarations)
                {
                    text.Append(declaration.Text + (declaration.IsAssembly ? " // assembly" : "") + "\n");
                }
            }
        }

        return text.ToString();
    }

    // A type that is made otherwise, or a function whose body is elsewhere, in an older version: which version changed it is not known, so
    // all of the older one's successors have it as it is now.
    private IEnumerable<(Declaration Declaration, string Platform, string Version)> Versions(string path, string name, Declaration? declaration, string platform)
    {
        static string Form(Declaration declaration) => declaration.Text.StartsWith("type ", StringComparison.Ordinal) ? declaration.Text
            : !declaration.Text.StartsWith("func ", StringComparison.Ordinal) ? ""
            : declaration.IsAssembly ? "assembly" : declaration.Text.EndsWith("{}", StringComparison.Ordinal) ? "Go" : "elsewhere";
        if (!older.TryGetValue((path, name, platform), out var old))
        {
            return [(declaration!, platform, "")];
        }

        var before = (old.Declaration, platform, "!go1." + (old.Minor + 1));
        return declaration is null ? [before]
            : Form(old.Declaration) == Form(declaration) ? [(declaration, platform, "")]
            : [(declaration, platform, "go1." + (old.Minor + 1)), before];
    }

    // Null where it depends on GOARCH, since what is right on one of them is wrong on another, and for what linux lacks, but for system calls.
    private string? Constraint(string path, string name, HashSet<string> platforms)
    {
        var parts = new List<string>();
        var systems = Platforms.Select(static platform => platform.Goos).Distinct().ToList();
        var full = systems.Where(goos => Platforms.Where(platform => platform.Goos == goos).All(platform => platforms.Contains(goos + "/" + platform.Goarch))).ToList();
        if (full.Count == 0 || !(full.Contains("linux") || name.Contains("Syscall", StringComparison.Ordinal)))
        {
            return null;
        }

        if (full.Count < systems.Count)
        {
            parts.Add(full.Count == 1 ? full[0] : "(" + string.Join(" || ", full) + ")");
        }

        if (since.TryGetValue((path, name), out var minor) || (name.Contains('.') && since.TryGetValue((path, name.Split('.')[0]), out minor)))
        {
            parts.Add("go1." + minor);
        }

        return string.Join(" && ", parts);
    }
}

/// <summary>The C# file: one Go file, and where needed one of assembly, for each package and constraint.</summary>
internal static class Generated
{
    public static string Write(string[] lines)
    {
        var text = new StringBuilder(
            "// <auto-generated>From eng/data/std/model.txt by eng/StandardModel.</auto-generated>\n#nullable enable\n\nnamespace GoAbi.Go;\n\ninternal static class StandardModelFiles\n{\n"
            + "    /// <summary>Path in GOROOT/src and content.</summary>\n    public static readonly (string Path, string Text)[] All =\n    [\n");
        var numbers = new Dictionary<string, int>();
        var names = lines.Where(static line => line.StartsWith("package ", StringComparison.Ordinal)).Select(static line => line.Split(' ')[1]).Distinct().ToDictionary(static path => path, NameOf);
        for (var i = 0; i < lines.Length;)
        {
            if (!lines[i].StartsWith("package ", StringComparison.Ordinal))
            {
                i++;
                continue;
            }

            var path = lines[i].Split(' ')[1];
            var constraint = lines[i].Contains(" // ", StringComparison.Ordinal) ? "//go:build " + lines[i].Split(" // ")[1] + "\n\n" : "";
            var number = numbers[path] = numbers.GetValueOrDefault(path) + 1;
            var go = new StringBuilder(constraint + "package " + names[path] + "\n");
            var assembly = new StringBuilder();
            for (i++; i < lines.Length && !lines[i].StartsWith("package ", StringComparison.Ordinal); i++)
            {
                var declaration = lines[i];
                if (declaration.EndsWith(" // assembly", StringComparison.Ordinal))
                {
                    declaration = declaration[..^" // assembly".Length];
                    assembly.Append("TEXT ·" + Regex.Match(declaration, @"^func (\w+)").Groups[1].Value + "(SB),4,$0\n\tRET\n");
                }

                go.Append(declaration + "\n");
            }

            Append(text, path + "/model" + number + ".go", go.ToString());
            if (assembly.Length > 0)
            {
                Append(text, path + "/model" + number + ".s", constraint + assembly);
            }
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static string NameOf(string path) => path.EndsWith("/v2", StringComparison.Ordinal) ? path.Split('/')[^2] : path[(path.LastIndexOf('/') + 1)..];

    private static void Append(StringBuilder text, string path, string content) =>
        text.Append("        (\"" + path + "\", \"\"\"\"\n" + content + "\"\"\"\"),\n");
}
