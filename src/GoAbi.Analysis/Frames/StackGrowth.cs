using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Whether a call can lead to the runtime's looking at the stack: growing it, or scanning it for the garbage collector.</summary>
internal enum StackUse
{
    /// <summary>Not known to.</summary>
    Unknown,

    /// <summary>In Go code without calls: only where it is preempted.</summary>
    WhenPreempted,

    /// <summary>The callee checks the stack's bound, or calls Go code that does.</summary>
    Grows,
}

/// <summary>Says of calls whether the stack may be grown or scanned in them.</summary>
internal sealed class StackGrowth(AnalysisUnit unit)
{
    // cmd/internal/objabi.StackSmall: functions that call nothing and have frames below this check nothing.
    private const int StackSmall = 128;
    private const int MaxDepth = 8;
    private const int MaxNodes = 1 << 14;

    private readonly HashSet<AsmFunction> underway = [];

    /// <summary>What a call may lead to.</summary>
    public StackUse Of(AssemblyCall call) => Of(call, depth: 0);

    /// <summary>True where the assembler puts a check of the stack's bound before the function.</summary>
    public static bool HasCheck(AsmFunction function) =>
        (function.Text.Flags & (AsmTextFlags.NoSplit | AsmTextFlags.NoFrame)) == 0 && (function.Text.FrameSize >= StackSmall || (function.Text.FrameSize > 0 && AssemblyCalls.HasCalls(function)));

    private StackUse Of(AssemblyCall call, int depth)
    {
        if (call.IsGoFuncValue)
        {
            return StackUse.WhenPreempted;
        }

        if (call.Callee is { Language: SourceLanguage.Go, Declaration: { } declaration })
        {
            return OfGo(declaration);
        }

        return call.Text is { } text ? OfText(text, depth) : StackUse.Unknown;
    }

    private StackUse OfGo(GoObject declaration)
    {
        foreach (var directive in declaration.Directives)
        {
            if (directive.Name == "go:nosplit")
            {
                return StackUse.Unknown;
            }
        }

        return declaration.HasBody && HasCall(declaration.DeclaringNode.LastChild) ? StackUse.Grows : StackUse.WhenPreempted;
    }

    private StackUse OfText(AssemblyDefinition text, int depth)
    {
        if (HasCheck(text.Function))
        {
            return StackUse.Grows;
        }

        var found = StackUse.Unknown;
        if (depth < MaxDepth && underway.Add(text.Function))
        {
            foreach (var call in AssemblyCalls.Of(unit, text.Program, text.Function))
            {
                if (Of(call, depth + 1) is var use && use > found)
                {
                    found = use;
                }
            }

            underway.Remove(text.Function);
        }

        return found;
    }

    // A function that calls checks the stack's bound; what looks like a call and is a conversion or a built-in that the compiler works out doesn't count.
    private bool HasCall(GoNode body)
    {
        var pending = new Stack<GoNode>();
        pending.Push(body);
        for (var visited = 0; pending.Count > 0 && visited < MaxNodes; visited++)
        {
            var node = pending.Pop();
            if (node.Kind == GoSyntaxKind.Call && IsCall(node))
            {
                return true;
            }

            foreach (var child in node.Children)
            {
                if (!child.IsNone)
                {
                    pending.Push(child);
                }
            }
        }

        return false;
    }

    private bool IsCall(GoNode call)
    {
        var callee = call[0].Unparenthesized();
        return callee.Kind is GoSyntaxKind.Identifier or GoSyntaxKind.Selector
            && ReferenceEquals(callee.Tree.File, call.Tree.File)
            && unit.Binding.Resolve(callee).Object switch
            {
                { Kind: GoObjectKind.Function } => true,
                { Kind: GoObjectKind.Builtin, Name: "append" or "make" or "panic" or "print" or "println" or "delete" } => true,
                { Kind: GoObjectKind.Variable } => true,
                _ => false,
            };
    }
}
