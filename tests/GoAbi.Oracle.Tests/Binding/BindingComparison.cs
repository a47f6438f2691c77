using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>Binds packages of one GOROOT and compares every identifier and every call with what go/types made of it.</summary>
internal sealed class BindingComparison(GoVersion version, string goarch, ExpressionComparison? expressions = null)
{
    private readonly GoNameTable names = new();
    private readonly Dictionary<string, GoPackageScope?> scopes = new(StringComparer.Ordinal);
    private readonly Target target = new() { Toolchain = version, Goos = "linux", Goarch = goarch };
    private string? testedPath;
    private GoPackageScope? tested;

    public List<string> Differences { get; } = [];

    /// <summary>Calls whose callee types do not find, or find another than go/types.</summary>
    public List<string> TypedDifferences { get; } = [];

    public int TypedCalls { get; private set; }

    /// <summary>How often each pair of answers came up.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public void Compare(TruthPackage truth)
    {
        var trees = truth.Files.Select(f => Parse(f.Path, skipBodies: false)).ToImmutableArray();
        testedPath = truth.Tested?.Path;
        tested = truth.Tested is { Files.Count: > 0 } with ? Collect(with.Path, with.Files) : null;
        var package = GoLoosePackage.Create(truth.ImportPath, target, trees);
        var scope = GoPackageScope.Collect(package);
        var binding = GoBinding.Bind(package, scope, path => ImportedScope(truth.Imports.GetValueOrDefault(path)), CancellationToken.None);
        var types = new GoTypeBinding(binding, new GoTypeSession(target, (owner, path) => ReferenceEquals(owner, scope) ? ImportedScope(truth.Imports.GetValueOrDefault(path)) : Imported(owner, path)));
        for (var i = 0; i < trees.Length; i++)
        {
            if (expressions is not null)
            {
                expressions.Compare(types, trees[i], truth.Files[i], truth);
                continue;
            }

            CompareFile(binding, trees[i], truth.Files[i], truth);
            CompareTypedCalls(types, trees[i], truth.Files[i], truth);
        }

        if (expressions is null && truth.Errors == 0 && binding.Unresolved.Length > 0)
        {
            Differences.Add(truth + ": " + binding.Unresolved[0]);
        }
    }

    private void CompareFile(GoBinding binding, GoSyntaxTree tree, TruthFile truth, TruthPackage package)
    {
        var bytes = new ByteOffsets(tree.File.Text);
        foreach (var node in AllNodes(tree.Root))
        {
            switch (node.Kind)
            {
                case GoSyntaxKind.Identifier:
                    CompareIdentifier(binding, node, bytes, truth, package);
                    break;
                case GoSyntaxKind.Call:
                    var call = binding.ClassifyCall(node);
                    var expected = truth.Calls.GetValueOrDefault(bytes[node.MainTokenSpan.Start], "missing");
                    var actual = CallText(binding, call);
                    Count("call", expected, actual);
                    if (!CallsAgree(expected, actual) && (package.Errors == 0 || expected != "missing"))
                    {
                        Differences.Add(node.Location + " call: " + expected + " but " + actual);
                    }

                    break;
            }
        }
    }

    private void CompareTypedCalls(GoTypeBinding types, GoSyntaxTree tree, TruthFile truth, TruthPackage package)
    {
        var bytes = new ByteOffsets(tree.File.Text);
        foreach (var node in AllNodes(tree.Root))
        {
            if (node.Kind != GoSyntaxKind.Call || !truth.TypedCalls.TryGetValue(bytes[node.MainTokenSpan.Start], out var expected))
            {
                continue;
            }

            var callee = types.CalleeOf(node);
            var actual = callee.Kind switch
            {
                GoCalleeKind.Conversion => "conversion",
                GoCalleeKind.Builtin => "builtin",
                GoCalleeKind.Function => "function " + callee.FullName,
                GoCalleeKind.Method => "method " + callee.FullName,
                GoCalleeKind.InterfaceMethod => "interface " + callee.FullName,
                GoCalleeKind.FunctionLiteral => "literal",
                GoCalleeKind.FunctionValue => "value",
                _ => callee.Kind.ToString(),
            };
            TypedCalls++;
            Count("callee", expected, actual);
            if (actual != expected && package.Errors == 0)
            {
                TypedDifferences.Add(node.Location + " " + node[0].Text.Split('\n')[0] + ": " + expected + " but " + actual);
            }
        }
    }

    // The paths of GOROOT's own vendored packages leave out where they are vendored.
    private GoPackageScope? Imported(GoPackageScope owner, string path)
    {
        var vendored = (owner.ImportPath.StartsWith("cmd/", StringComparison.Ordinal) ? "cmd/vendor/" : "vendor/") + path;
        return ImportedScope(ImportedFiles.ContainsKey(vendored) ? vendored : path);
    }

    private void CompareIdentifier(GoBinding binding, GoNode node, ByteOffsets bytes, TruthFile truth, TruthPackage package)
    {
        var at = bytes[node.Span.Start];
        var reference = binding.Resolve(node);
        var declared = binding.DeclaredBy(node);
        if (truth.Uses.TryGetValue(at, out var use) && IsReceiverTypeParameter(declared, use, at))
        {
            Count("declaration", "type", KindText(declared!));
        }
        else if (use is not null)
        {
            var actual = reference.Object is { } item ? UseText(item, bytes) : reference.Status.ToString();
            Count("use", use, actual);

            // A key that scopes alone can't tell from a field is the one name that may wait for types though it is none.
            var isOpenKey = actual == nameof(GoReferenceStatus.Member) && node.Parent.Kind == GoSyntaxKind.KeyValue && node.Parent[0] == node;
            if (isOpenKey && use != "m")
            {
                Count("open key", use, node.Location.ToString());
            }

            if (actual != use && !(use == "m" && actual == nameof(GoReferenceStatus.Member)) && !isOpenKey)
            {
                Differences.Add(node.Location + " " + node.Text + ": " + use + " but " + actual);
            }

            if (reference.Object is { IsTypeSwitchSymbol: true } symbol && !symbol.DeclaringNode.Span.Contains(node.Span))
            {
                Differences.Add(node.Location + " " + node.Text + ": symbol of another clause");
            }
        }
        else if (package.Errors == 0)
        {
            var isDeclared = truth.Declarations.TryGetValue(at, out var kind);
            var expected = isDeclared ? kind! : "nothing";
            var actual = reference.Status != GoReferenceStatus.NotAReference ? reference.ToString() : declared is null ? "none" : KindText(declared);
            Count("declaration", expected, actual);
            if (!DeclarationsAgree(expected, actual, node))
            {
                Differences.Add(node.Location + " " + node.Text + ": declares " + expected + " but " + actual);
            }
        }
    }

    // The P of func (r T[P]) M() declares; go/types notes it as a use of itself as well.
    private static bool IsReceiverTypeParameter(GoObject? declared, string use, int at) =>
        declared is { IsTypeParameter: true } && use == FormattableString.Invariant($"l {at}");

    private static bool DeclarationsAgree(string expected, string actual, GoNode node) =>
        expected == actual
        || (expected == "nothing" && actual == "none")
        || node.Text == "_"
        || (node.Text == "." && actual == "none");

    private static bool CallsAgree(string expected, string actual) => expected == actual;

    private static string CallText(GoBinding binding, GoCallTarget call) => call.Kind switch
    {
        GoCallTargetKind.Function => "function " + call.Object!.PackagePath + "." + call.Object.Name,
        GoCallTargetKind.Builtin => "builtin",
        GoCallTargetKind.Conversion => "conversion",
        GoCallTargetKind.FunctionLiteral => "literal",
        GoCallTargetKind.MethodOrField => "selection",
        GoCallTargetKind.Variable => "variable",
        GoCallTargetKind.MethodExpression => "methodexpr",
        GoCallTargetKind.FunctionValueExpression => "value",
        _ => call.Kind.ToString(),
    };

    private static string UseText(GoObject item, ByteOffsets bytes)
    {
        if (item.Kind == GoObjectKind.PackageName)
        {
            return item.IsGuessedName ? "guess" : "p " + item.ImportPath;
        }

        if (item.IsPackageLevel)
        {
            return "s " + item.PackagePath + " " + item.Name;
        }

        return item.IsUniverse ? "b " + item.Name
            : FormattableString.Invariant($"{(item.Kind == GoObjectKind.Label ? "g" : "l")} {bytes[item.Declaration.Span.Start]}");
    }

    private static string KindText(GoObject item) => item.Kind switch
    {
        GoObjectKind.PackageName => "package",
        GoObjectKind.Constant => "const",
        GoObjectKind.TypeName => "type",
        GoObjectKind.Variable => "var",
        GoObjectKind.Function => "func",
        GoObjectKind.Label => "label",
        _ => "other",
    };

    internal static IEnumerable<GoNode> AllNodes(GoNode root)
    {
        var stack = new Stack<GoNode>();
        stack.Push(root);
        while (stack.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children)
            {
                stack.Push(child);
            }
        }
    }

    private void Count(string what, string expected, string actual)
    {
        var key = what + " " + expected.Split(' ')[0] + " / " + actual.Split(' ')[0];
        Counts[key] = Counts.GetValueOrDefault(key) + 1;
    }

    private GoSyntaxTree Parse(string path, bool skipBodies) => GoSyntaxTree.Parse(
        new SourceFile(path, SourceText.FromBytes(File.ReadAllBytes(path))), new GoParseOptions { Names = names, SkipFunctionBodies = skipBodies });

    // Declarations only, of the files that the loader selects.
    private GoPackageScope? ImportedScope(string? importPath)
    {
        if (importPath is null)
        {
            return null;
        }

        if (importPath == testedPath)
        {
            return tested;
        }

        if (!scopes.TryGetValue(importPath, out var scope))
        {
            scope = ImportedFiles.TryGetValue(importPath, out var paths) ? Collect(importPath, paths) : null;
            scopes.Add(importPath, scope);
        }

        return scope;
    }

    private GoPackageScope Collect(string importPath, IEnumerable<string> paths) =>
        GoPackageScope.Collect(GoLoosePackage.Create(importPath, target, paths.Select(p => Parse(p, skipBodies: true)).ToImmutableArray()));

    /// <summary>The files of the packages that may be imported, as the oracle selected them.</summary>
    public Dictionary<string, IReadOnlyList<string>> ImportedFiles { get; } = new(StringComparer.Ordinal);
}
