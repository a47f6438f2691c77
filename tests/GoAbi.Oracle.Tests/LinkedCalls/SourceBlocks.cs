using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>R6(c): whether the basic block that holds a Go call left any code behind.</summary>
internal sealed class SourceBlocks(LinkedSubject subject)
{
    private readonly Dictionary<string, GoSyntaxTree> trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> constants = new(StringComparer.Ordinal);

    /// <summary>True where no line of the statements that run together with the call's has code.</summary>
    public bool IsWithoutCode(CallSite site)
    {
        var call = NodeOf(site);
        if (call.IsDefault)
        {
            return false;
        }

        var statement = call;
        while (!statement.IsDefault && statement.Parent.Kind is not (GoSyntaxKind.Block or GoSyntaxKind.CaseClause or GoSyntaxKind.CommClause or GoSyntaxKind.None))
        {
            statement = statement.Parent;
        }

        if (statement.Parent.Kind == GoSyntaxKind.None)
        {
            return false;
        }

        var (start, end) = Extent(statement, call);
        var source = site.Location.File;
        var file = subject.Trimmed(source.Path);
        for (var line = source.Text.GetGoPosition(start).Line; line <= source.Text.GetGoPosition(end).Line; line++)
        {
            if (subject.Program.Lines.Contains((file, line)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where the call's last argument can be seen to be a constant: literals, constants, unsafe.Sizeof.</summary>
    public bool HasConstantSize(CallSite site)
    {
        var call = NodeOf(site);
        return call.Kind == GoSyntaxKind.Call && IsConstant(call.LastChild, SourcePath.Directory(site.Location.File.Path));
    }

    private bool IsConstant(GoNode expression, string directory) => expression.Unparenthesized() is var node && node.Kind switch
    {
        GoSyntaxKind.BasicLiteral => true,
        GoSyntaxKind.Binary => IsConstant(node[0], directory) && IsConstant(node[1], directory),
        GoSyntaxKind.Call => node[0].Text == "unsafe.Sizeof",
        GoSyntaxKind.Identifier => Constants(directory).Contains(node.Text),
        GoSyntaxKind.Selector => ImportedDirectory(node.Tree, node[0].Text) is { } imported && Constants(imported).Contains(node[1].Text),
        _ => false,
    };

    private string? ImportedDirectory(GoSyntaxTree tree, string name)
    {
        var spec = tree.AllNodes().FirstOrDefault(node =>
            node.Kind == GoSyntaxKind.ImportSpec && node.LastChild.Text.Trim('"').Split('/')[^1] == name);
        return spec.IsDefault ? null : subject.StandardDirectory(spec.LastChild.Text.Trim('"'));
    }

    private HashSet<string> Constants(string directory)
    {
        if (!constants.TryGetValue(directory, out var names))
        {
            constants[directory] = names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var path in Directory.GetFiles(directory, "*.go"))
            {
                foreach (var node in GoSyntaxTree.Parse(new SourceFile(path, SourceText.FromBytes(File.ReadAllBytes(path)))).AllNodes())
                {
                    if (node.Kind == GoSyntaxKind.ValueSpec && node.Parent.Kind == GoSyntaxKind.ConstDecl && node.Parent.Parent.Kind == GoSyntaxKind.File)
                    {
                        foreach (var name in node[0].Children)
                        {
                            names.Add(name.Text);
                        }
                    }
                }
            }
        }

        return names;
    }

    private GoNode NodeOf(CallSite site)
    {
        var source = site.Location.File;
        if (!trees.TryGetValue(source.Path, out var tree))
        {
            trees[source.Path] = tree = GoSyntaxTree.Parse(source);
        }

        return tree.AllNodes().FirstOrDefault(node =>
            node.Kind == GoSyntaxKind.Call ? node.MainTokenSpan.Start == site.Location.Span.Start
            : node.Kind == GoSyntaxKind.RangeStmt && node[2].Span == site.Location.Span);
    }

    private static (int Start, int End) Extent(GoNode statement, GoNode call)
    {
        if (!IsStraight(statement.Kind))
        {
            return (statement.Span.Start, call.Span.End);
        }

        var siblings = new List<GoNode>();
        foreach (var sibling in statement.Parent.Children)
        {
            siblings.Add(sibling);
        }

        var first = siblings.IndexOf(statement);
        var last = first;
        while (first > 0 && IsStraight(siblings[first - 1].Kind))
        {
            first--;
        }

        while (last + 1 < siblings.Count && IsStraight(siblings[last + 1].Kind))
        {
            last++;
        }

        return (siblings[first].Span.Start, siblings[last].Span.End);
    }

    private static bool IsStraight(GoSyntaxKind kind) => kind is GoSyntaxKind.ExprStmt or GoSyntaxKind.AssignStmt or GoSyntaxKind.SendStmt
        or GoSyntaxKind.IncDecStmt or GoSyntaxKind.GoStmt or GoSyntaxKind.DeferStmt or GoSyntaxKind.ReturnStmt or GoSyntaxKind.BranchStmt
        or GoSyntaxKind.DeclStmt or GoSyntaxKind.EmptyStmt;
}
