using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What programs of one session read again and again: targets' macros and the built-in headers. Thread-safe; few targets are kept, a session seldom has more.</summary>
internal sealed class SessionCache
{
    private const int MaxTargets = 32;

    private readonly object gate = new();
    private readonly List<TargetDefinitions> targets = [];
    private readonly List<AsmSyntaxTree> headers = [];

    /// <summary>The definitions of a target; null where they are not known yet.</summary>
    public TargetDefinitions? Find(Target target, AsmProgramOptions options)
    {
        var selectors = AbiSelectors.AreAllowed(options.PackagePath, target.Toolchain);
        lock (gate)
        {
            foreach (var known in targets)
            {
                if (known.AllowsSelectors == selectors && known.Defines == options.Defines && known.Target.Equals(target))
                {
                    return known;
                }
            }
        }

        return null;
    }

    /// <summary>Keeps definitions that gave no diagnostics.</summary>
    public void Add(TargetDefinitions definitions)
    {
        lock (gate)
        {
            if (targets.Count < MaxTargets)
            {
                targets.Add(definitions);
            }
        }
    }

    /// <summary>The tree of a built-in header.</summary>
    public AsmSyntaxTree Header(SourceFile file, AsmNameTable names, CancellationToken cancellation)
    {
        lock (gate)
        {
            foreach (var known in headers)
            {
                if (ReferenceEquals(known.File, file))
                {
                    return known;
                }
            }

            var tree = AsmSyntaxTree.Parse(file, names, cancellation);
            headers.Add(tree);
            return tree;
        }
    }
}

/// <summary>The macros that a target has before the first line, and the file that defines them, which is always file 1 of a program.</summary>
internal sealed record TargetDefinitions(
    Target Target, bool AllowsSelectors, ImmutableArray<KeyValuePair<string, string>> Defines, SourceFile File, LexedToken[] Tokens, Macro[] Macros);
