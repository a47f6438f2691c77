using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What a rule sees of one package for one target, and where it reports.</summary>
public sealed class RuleContext
{
    private readonly List<FindingDraft> drafts;
    private readonly HashSet<(string Rule, Severity Severity, string Path, TextSpan Span)> spelled = [];
    private List<AssemblyBody>? bodies;

    internal RuleContext(AnalysisUnit unit, FunctionFlow flow, List<FindingDraft> drafts)
    {
        Unit = unit;
        Flow = flow;
        this.drafts = drafts;
    }

    /// <summary>The package with its names, functions and assembly.</summary>
    public AnalysisUnit Unit { get; }

    /// <summary>The target.</summary>
    public Target Target => Unit.Target;

    /// <summary>True where the target's toolchain makes ABI wrappers.</summary>
    public bool HasWrappers => AbiWrappers.Exist(Target);

    /// <summary>The TEXTs of the package's assembly in the order of files and lines.</summary>
    public IReadOnlyList<AssemblyBody> Bodies => bodies ??= CreateBodies();

    /// <summary>What is known of func values in the package.</summary>
    internal FunctionFlow Flow { get; }

    /// <summary>Reports a finding. Its targets are filled in; equal findings of several targets become one.</summary>
    public void Report(Finding finding) => drafts.Add(new FindingDraft(finding));

    /// <summary>
    /// Reports a finding about what stands at a place, once for all that a macro makes of it with one severity: the first says it for the others.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="origin">What it is about; where a macro's body or an included file yields it, where it is spelled counts.</param>
    public void ReportOnce(Finding finding, AsmOrigin origin)
    {
        if (finding is null)
        {
            throw new ArgumentNullException(nameof(finding));
        }

        if (!origin.IsFromMacro || (origin.Spelling is { File: { } file } spelling && spelled.Add((finding.RuleId, finding.Severity, file.Path, spelling.Span))))
        {
            Report(finding);
        }
    }

    private List<AssemblyBody> CreateBodies()
    {
        var created = new List<AssemblyBody>();
        foreach (var program in Unit.Symbols.Programs)
        {
            foreach (var function in program.Functions)
            {
                created.Add(new AssemblyBody(Unit, program, function));
            }
        }

        return created;
    }

    /// <summary>Reports a finding that is there because of ABI wrappers: its message will say where they are. An address stub may mend it.</summary>
    internal void ReportWrapper(Finding finding, AddressStubUse? stub) => drafts.Add(new FindingDraft(finding) { Stub = stub, IsAboutWrappers = true });
}
