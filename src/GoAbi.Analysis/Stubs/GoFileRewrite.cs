using System;
using System.Collections.Generic;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// The edits of one Go file: expressions replaced, then local variables and imports that nothing uses any more removed,
/// since Go refuses to compile either.
/// </summary>
internal sealed class GoFileRewrite(AnalysisUnit? unit, GoSyntaxTree tree)
{
    private readonly Dictionary<TextSpan, string> replaced = [];
    private readonly SortedSet<string> needed = new(StringComparer.Ordinal);

    public void Replace(GoNode node, string text, bool needsUnsafe)
    {
        replaced[node.Span] = text;
        if (needsUnsafe)
        {
            needed.Add("unsafe");
        }
    }

    public void Need(string importPath) => needed.Add(importPath);

    public void AddEdits(List<FileEdit> edits)
    {
        var removed = new HashSet<TextSpan>(replaced.Keys);
        foreach (var replacement in replaced)
        {
            Add(edits, replacement.Key, replacement.Value);
        }

        if (unit is not null && removed.Count > 0)
        {
            RemoveVariables(unit, removed, edits);
            RemoveImports(unit, removed, edits);
        }

        AddImports(edits);
    }

    // `v := reflect.ValueOf(f)` whose every use was replaced; removing it may leave the next one unused.
    private void RemoveVariables(AnalysisUnit from, HashSet<TextSpan> removed, List<FileEdit> edits)
    {
        var isDone = false;
        while (!isDone)
        {
            isDone = true;
            foreach (var variable in UsedIn(from, removed, GoObjectKind.Variable))
            {
                if (variable.IsPackageLevel)
                {
                    continue;
                }

                if (StatementOf(variable) is { IsDefault: false } statement
                    && !removed.Contains(statement.Span)
                    && IsPure(from, statement)
                    && OnlyAssigned(from, variable, removed) is { } assignments)
                {
                    assignments.Add(statement);
                    foreach (var one in assignments)
                    {
                        removed.Add(one.Span);
                        Add(edits, WithoutStatement(one), "");
                    }

                    isDone = false;
                }
                else if (variable.DeclaringNode is { Kind: GoSyntaxKind.AssignStmt } several
                    && several.Parent.Kind is GoSyntaxKind.Block or GoSyntaxKind.CaseClause
                    && !removed.Contains(several.Span)
                    && AreAllUnused(from, several, removed)
                    && IsPure(from, several))
                {
                    removed.Add(several.Span);
                    Add(edits, WholeLines(several.Span), "");
                    isDone = false;
                }
            }
        }

        BlankVariables(from, removed, edits);
    }

    // `f, n := one, 2` of which only n is still in use.
    private void BlankVariables(AnalysisUnit from, HashSet<TextSpan> removed, List<FileEdit> edits)
    {
        var remaining = new Dictionary<GoNode, int>();
        foreach (var variable in UsedIn(from, removed, GoObjectKind.Variable))
        {
            if (!variable.IsPackageLevel
                && variable.DeclaringNode is { Kind: GoSyntaxKind.AssignStmt } statement
                && !removed.Contains(statement.Span)
                && AreAllIn(from, variable, removed)
                && NameIn(from, statement, variable) is { IsDefault: false } name)
            {
                if (!remaining.TryGetValue(statement, out var count))
                {
                    foreach (var other in statement[0].Children)
                    {
                        count += from.Binding.DeclaredBy(other) is null ? 0 : 1;
                    }
                }

                remaining[statement] = count - 1;
                Add(edits, name.Span, "_");
            }
        }

        foreach (var statement in remaining)
        {
            if (statement.Value == 0)
            {
                // Nothing new is left on the left side.
                Add(edits, statement.Key.MainTokenSpan, "=");
            }
        }
    }

    private static GoNode NameIn(AnalysisUnit from, GoNode statement, GoObject variable)
    {
        foreach (var name in statement[0].Children)
        {
            if (ReferenceEquals(from.Binding.DeclaredBy(name), variable))
            {
                return name;
            }
        }

        return default;
    }

    private bool AreAllUnused(AnalysisUnit from, GoNode define, HashSet<TextSpan> removed)
    {
        foreach (var name in define[0].Children)
        {
            if (name.Text != "_" && !(from.Binding.DeclaredBy(name) is { } declared && AreAllIn(from, declared, removed)))
            {
                return false;
            }
        }

        return true;
    }

    // The `x := e;` of an if or switch goes with its semicolon.
    private TextSpan WithoutStatement(GoNode statement)
    {
        if (statement.Parent.Kind is GoSyntaxKind.Block or GoSyntaxKind.CaseClause or GoSyntaxKind.CommClause)
        {
            return WholeLines(statement.Span);
        }

        var text = tree.File.Text.Text;
        var end = statement.Span.End;
        while (end < text.Length && text[end] is ' ' or '\t' or ';')
        {
            end++;
        }

        return TextSpan.FromBounds(statement.Span.Start, end);
    }

    private void RemoveImports(AnalysisUnit from, HashSet<TextSpan> removed, List<FileEdit> edits)
    {
        var unused = new List<GoNode>();
        foreach (var import in UsedIn(from, removed, GoObjectKind.PackageName))
        {
            if (import.DeclaringNode.Kind == GoSyntaxKind.ImportSpec
                && !needed.Contains(import.ImportPath ?? "")
                && AreAllIn(from, import, removed)
                && !IsMentioned(import.Name))
            {
                unused.Add(import.DeclaringNode);
            }
        }

        AddUnusedDotImports(from, removed, unused);
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind != GoSyntaxKind.ImportDecl)
            {
                continue;
            }

            var specs = 0;
            foreach (var spec in declaration.Children)
            {
                specs += unused.Contains(spec) ? 0 : 1;
            }

            if (specs == 0 && declaration.ChildCount > 0)
            {
                Add(edits, WithBlankLine(WholeLines(declaration.Span)), "");
                continue;
            }

            foreach (var spec in declaration.Children)
            {
                if (unused.Contains(spec))
                {
                    Add(edits, ImportLines(spec, unused), "");
                }
            }
        }
    }

    // import . "reflect" is in use as long as some name of the package stands alone.
    private void AddUnusedDotImports(AnalysisUnit from, HashSet<TextSpan> removed, List<GoNode> unused)
    {
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind != GoSyntaxKind.ImportDecl)
            {
                continue;
            }

            foreach (var spec in declaration.Children)
            {
                if (spec[0].Kind == GoSyntaxKind.Identifier && spec[0].Text == "."
                    && !needed.Contains(spec[1].Text.Trim('"', '`'))
                    && IsUsedOnlyIn(from, spec[1].Text.Trim('"', '`'), removed))
                {
                    unused.Add(spec);
                }
            }
        }
    }

    private bool IsUsedOnlyIn(AnalysisUnit from, string importPath, HashSet<TextSpan> removed)
    {
        var isUsed = false;
        foreach (var node in tree.AllNodes())
        {
            if (node.Kind == GoSyntaxKind.Identifier
                && !(node.Parent.Kind == GoSyntaxKind.Selector && node.Parent[1] == node)
                && from.Binding.Resolve(node).Object is { IsPackageLevel: true } used
                && used.PackagePath == importPath)
            {
                if (!IsIn(node, removed))
                {
                    return false;
                }

                isUsed = true;
            }
        }

        return isUsed;
    }

    private void AddImports(List<FileEdit> edits)
    {
        foreach (var path in needed)
        {
            if (Imports(path, out var last))
            {
                continue;
            }

            if (last.IsDefault)
            {
                var clause = tree.Root[0].Span.End;
                Add(edits, new TextSpan(clause, 0), "\n\nimport \"" + path + "\"");
            }
            else if (last.ChildCount > 1 || tree.File.Text.Slice(last.Span).IndexOf('(') >= 0)
            {
                var before = last[0];
                foreach (var spec in last.Children)
                {
                    if (string.CompareOrdinal(spec[1].Text, "\"" + path + "\"") < 0)
                    {
                        before = default;
                        continue;
                    }

                    before = before.IsDefault ? spec : before;
                    break;
                }

                Add(
                    edits,
                    before.IsDefault ? new TextSpan(last.LastChild.Span.End, 0) : new TextSpan(before.Span.Start, 0),
                    before.IsDefault ? "\n\t\"" + path + "\"" : "\"" + path + "\"\n\t");
            }
            else
            {
                Add(edits, new TextSpan(last.Span.End, 0), "\nimport \"" + path + "\"");
            }
        }
    }

    private bool Imports(string path, out GoNode last)
    {
        last = default;
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.ImportDecl && declaration.ChildCount > 0)
            {
                foreach (var spec in declaration.Children)
                {
                    if (spec[1].Text.Trim('"', '`') == path)
                    {
                        return true;
                    }

                    last = spec[1].Text == "\"C\"" ? last : declaration;
                }
            }
        }

        return false;
    }

    private HashSet<GoObject> UsedIn(AnalysisUnit from, HashSet<TextSpan> spans, GoObjectKind kind)
    {
        var found = new HashSet<GoObject>();
        foreach (var node in tree.AllNodes())
        {
            if (node.Kind == GoSyntaxKind.Identifier
                && IsIn(node, spans)
                && from.Binding.Resolve(node).Object is { } used
                && used.Kind == kind)
            {
                found.Add(used);
            }
        }

        return found;
    }

    private bool AreAllIn(AnalysisUnit from, GoObject used, HashSet<TextSpan> spans)
    {
        foreach (var (use, _) in from.Binding.Uses(used))
        {
            if (!ReferenceEquals(use.Tree, tree) || !IsIn(use, spans))
            {
                return false;
            }
        }

        return true;
    }

    // The assignments to a variable that is not read any more, each a statement of its own without effect; null where it is still needed.
    private static List<GoNode>? OnlyAssigned(AnalysisUnit from, GoObject variable, HashSet<TextSpan> removed)
    {
        var assignments = new List<GoNode>();
        foreach (var (use, _) in from.Binding.Uses(variable))
        {
            if (IsIn(use, removed))
            {
                continue;
            }

            var statement = use.Parent.Parent;
            if (use.Parent.Kind != GoSyntaxKind.ExpressionList
                || statement is not { Kind: GoSyntaxKind.AssignStmt, MainTokenKind: GoTokenKind.Assign }
                || statement[0] != use.Parent
                || use.Parent.ChildCount != 1
                || statement.Parent.Kind is not (GoSyntaxKind.Block or GoSyntaxKind.CaseClause or GoSyntaxKind.CommClause)
                || !IsPure(from, statement))
            {
                return null;
            }

            assignments.Add(statement);
        }

        return assignments;
    }

    // The statement that declares just this variable: x := e, or var x = e.
    private static GoNode StatementOf(GoObject variable)
    {
        var declaring = variable.DeclaringNode;
        return declaring.Kind switch
        {
            GoSyntaxKind.AssignStmt when declaring[0].ChildCount == 1
                && (declaring.Parent.Kind is GoSyntaxKind.Block or GoSyntaxKind.CaseClause
                    || (declaring.Parent.Kind is GoSyntaxKind.IfStmt or GoSyntaxKind.SwitchStmt && declaring.Parent[0] == declaring)) => declaring,
            GoSyntaxKind.ValueSpec when declaring[0].ChildCount == 1
                && declaring.Parent is { ChildCount: 1, Parent.Kind: GoSyntaxKind.DeclStmt } => declaring.Parent.Parent,
            _ => default,
        };
    }

    // Removing it takes away nothing but a value.
    private static bool IsPure(AnalysisUnit from, GoNode statement)
    {
        var rest = new Stack<GoNode>();
        rest.Push(statement);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            foreach (var child in node.Children)
            {
                rest.Push(child);
            }

            if (node.Kind == GoSyntaxKind.Call
                && from.Binding.ClassifyCall(node).Kind != GoCallTargetKind.Conversion
                && !from.Names(node[0], "reflect", "ValueOf"))
            {
                return false;
            }

            if (node.Kind == GoSyntaxKind.Unary && node.MainTokenKind == GoTokenKind.Arrow)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMentioned(string name)
    {
        foreach (var text in replaced.Values)
        {
            if (text.IndexOf(name + ".", StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan WholeLines(TextSpan span)
    {
        var text = tree.File.Text;
        var first = text.Lines.LineOf(span.Start);
        var last = text.Lines.LineOf(span.End);
        var start = text.Lines.StartOf(first);
        var end = last + 1 < text.Lines.Count ? text.Lines.StartOf(last + 1) : text.Length;
        var isAlone = text.Slice(TextSpan.FromBounds(start, span.Start)).Trim().IsEmpty;
        var rest = text.Slice(TextSpan.FromBounds(span.End, end)).Trim();
        return isAlone && (rest.IsEmpty || rest.StartsWith("//".AsSpan(), StringComparison.Ordinal)) ? TextSpan.FromBounds(start, end) : span;
    }

    // gofmt wants no blank line after "import (" nor before its ")".
    private TextSpan ImportLines(GoNode spec, List<GoNode> unused)
    {
        var text = tree.File.Text;
        var lines = WholeLines(spec.Span);
        var above = text.Lines.LineOf(spec.Span.Start) - 1;
        while (above > 0 && unused.Exists(other => text.Lines.LineOf(other.Span.Start) == above))
        {
            above--;
        }

        var before = text.Slice(text.LineSpan(above)).Trim();
        if (before.IsEmpty || before[before.Length - 1] == '(')
        {
            lines = WithBlankLine(lines);
        }

        var isLast = lines.End < text.Length && text.Slice(text.LineSpan(text.Lines.LineOf(lines.End))).Trim().StartsWith(")".AsSpan(), StringComparison.Ordinal);
        return isLast && before.IsEmpty && above == text.Lines.LineOf(lines.Start) - 1
            ? TextSpan.FromBounds(text.Lines.StartOf(above), lines.End)
            : lines;
    }

    private TextSpan WithBlankLine(TextSpan lines)
    {
        var text = tree.File.Text;
        var line = text.Lines.LineOf(lines.End);
        return lines.End < text.Length && line + 1 < text.Lines.Count && text.LineSpan(line).IsEmpty
            ? TextSpan.FromBounds(lines.Start, text.Lines.StartOf(line + 1))
            : lines;
    }

    // Every span is that of a node, so it is one of the node's ancestors or none.
    private static bool IsIn(GoNode node, HashSet<TextSpan> spans)
    {
        for (var outer = node; !outer.IsDefault; outer = outer.Parent)
        {
            if (spans.Contains(outer.Span))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(List<FileEdit> edits, TextSpan span, string text) =>
        edits.Add(new FileEdit(tree.File.Path, tree.File, new TextEdit(span, StubEdits.WithLineEndings(text, tree.File))));
}
