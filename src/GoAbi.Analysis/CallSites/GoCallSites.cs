using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The call sites of a package's Go files: every call that is no conversion and no built-in, and every range over a named function.</summary>
internal sealed class GoCallSites
{
    private readonly AnalysisUnit unit;
    private readonly FunctionValueSources sources;
    private readonly List<SummaryCallSite> sites;
    private readonly bool hasWrappers;
    private readonly Func<string, bool>? mayBeAssemblyMethod;

    private GoCallSites(AnalysisUnit unit, FunctionValueSources sources, List<SummaryCallSite> sites, Func<string, bool>? mayBeAssemblyMethod = null)
    {
        this.mayBeAssemblyMethod = mayBeAssemblyMethod;
        this.unit = unit;
        this.sources = sources;
        this.sites = sites;
        hasWrappers = AbiWrappers.Exist(unit.Target);
    }

    private CallingConvention RegisterConvention => hasWrappers ? CallingConvention.AbiInternal : CallingConvention.Abi0;

    public static void Collect(AnalysisUnit unit, FunctionValueSources sources, List<SummaryCallSite> sites, CancellationToken cancellationToken)
    {
        var collector = new GoCallSites(unit, sources, sites);
        foreach (var file in unit.Package.GoFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lines = LineDirectives.Of(file.Tree);
            foreach (var node in file.Tree.AllNodes())
            {
                switch (node.Kind)
                {
                    case GoSyntaxKind.Call:
                        collector.VisitCall(node, lines);
                        break;
                    case GoSyntaxKind.RangeStmt:
                        collector.VisitRange(node, lines);
                        break;
                }
            }
        }
    }

    /// <summary>The call sites of one file that get to assembly, to a stub of cgo, or to a body elsewhere; types are asked for only where a method may be one of those.</summary>
    /// <param name="unit">The package.</param>
    /// <param name="file">The file.</param>
    /// <param name="sources">What func values are.</param>
    /// <param name="sites">Where they are added.</param>
    /// <param name="mayBeAssemblyMethod">False for a name that no method has whose body isn't Go.</param>
    public static void CollectToAssembly(
        AnalysisUnit unit, GoPackageFile file, FunctionValueSources sources, List<SummaryCallSite> sites, Func<string, bool> mayBeAssemblyMethod)
    {
        var found = new List<SummaryCallSite>();
        var collector = new GoCallSites(unit, sources, found, mayBeAssemblyMethod);
        var lines = LineDirectives.Of(file.Tree);
        foreach (var node in file.Tree.AllNodes())
        {
            switch (node.Kind)
            {
                case GoSyntaxKind.Call:
                    collector.VisitCall(node, lines);
                    break;
                case GoSyntaxKind.RangeStmt:
                    collector.VisitRange(node, lines);
                    break;
            }
        }

        foreach (var site in found)
        {
            if (site.Need != LinkNeed.None || site.Site.IsAboutAssembly())
            {
                sites.Add(site);
            }
        }
    }

    // Calls that are left out all the same once they are made, found before a site is made for each.
    private bool IsLeftOut(GoCallTarget target, GoNode call) => mayBeAssemblyMethod is not null && target.Kind switch
    {
        GoCallTargetKind.Function => unit.FindFunction(target.Object) is not { } function || IsPlainGo(function),
        GoCallTargetKind.FunctionLiteral => true,
        GoCallTargetKind.Cgo => false,
        GoCallTargetKind.Variable or GoCallTargetKind.FunctionValueExpression => sources.Of(call[0]) is var values && !HasAssembly(values),
        _ => !target.Callee.IsDefault && !mayBeAssemblyMethod(MemberName(target.Callee)),
    };

    private static string MemberName(GoNode callee)
    {
        var node = callee.Unparenthesized();
        node = node.Kind == GoSyntaxKind.Index ? node[0].Unparenthesized() : node;
        return node.Kind switch
        {
            GoSyntaxKind.Selector => node[1].Text,
            GoSyntaxKind.Identifier => node.Text,
            _ => "",
        };
    }

    private static bool IsPlainGo(FunctionInfo function) => function is { Language: SourceLanguage.Go, IsCgoStub: false };

    private static bool HasAssembly(FunctionValueSet values)
    {
        foreach (var value in values.Values)
        {
            if (!IsPlainGo(value.Function))
            {
                return true;
            }
        }

        return false;
    }

    private void VisitCall(GoNode call, LineDirectives lines)
    {
        var target = unit.Binding.ClassifyCall(call);
        if (IsLeftOut(target, call))
        {
            return;
        }

        var kind = KindOf(call);
        switch (target.Kind)
        {
            case GoCallTargetKind.Conversion or GoCallTargetKind.Builtin:
                return;
            case GoCallTargetKind.Function when unit.FindFunction(target.Object) is { } function:
                AddDirect(Site(call, call.MainTokenSpan, kind, lines), function);
                return;
            case GoCallTargetKind.Function:
                AddUnlinked(Site(call, call.MainTokenSpan, kind, lines), target.Object);
                return;
            case GoCallTargetKind.FunctionLiteral:
                var name = unit.Binding.FunctionName(target.Callee);
                Add(Site(call, call.MainTokenSpan, kind, lines) with
                {
                    Callee = name,
                    CalleeLanguage = SourceLanguage.Go,
                    Case = AbiCase.GoToGoDirect,
                    Abi = RegisterConvention,
                });
                return;
            case GoCallTargetKind.Cgo:
                Add(Site(call, call.MainTokenSpan, kind, lines) with
                {
                    Callee = "C." + target.Callee.LastChild.Text,
                    CalleeSymbol = unit.Package.SymbolPrefix + "._Cfunc_" + target.Callee.LastChild.Text,
                    CalleeLanguage = SourceLanguage.Go,
                    Relation = AbiRelation.CgoStub,
                    Abi = CallingConvention.Abi0,
                });
                return;
            case GoCallTargetKind.Variable or GoCallTargetKind.FunctionValueExpression:
                AddIndirect(Site(call, call.MainTokenSpan, kind, lines), call[0]);
                return;
            default:
                AddTyped(Site(call, call.MainTokenSpan, kind, lines), call, target.Kind == GoCallTargetKind.MethodExpression);
                return;
        }
    }

    // Methods and fields: types say which.
    private void AddTyped(CallSite site, GoNode call, bool isMethodExpression)
    {
        var callee = unit.Types.CalleeOf(call);
        switch (callee.Kind)
        {
            case GoCalleeKind.Conversion or GoCalleeKind.Builtin:
                break;
            case GoCalleeKind.Method when unit.FindFunction(callee.Object) is { } method:
                AddDirect(site, method);
                break;
            case GoCalleeKind.Method:
                Add(site with { Callee = callee.FullName, Abi = RegisterConvention, Certainty = CallCertainty.Unknown });
                break;
            case GoCalleeKind.InterfaceMethod:
                // Which method runs is known when the program does; the name is that of the interface's.
                Add(site with
                {
                    Callee = callee.FullName,
                    Case = AbiCase.GoToGoIndirect,
                    IsDirect = false,
                    Abi = RegisterConvention,
                    Certainty = CallCertainty.Unknown,
                });
                break;
            case GoCalleeKind.FunctionValue:
                AddIndirect(site, call[0]);
                break;
            default:
                // Source is missing or wrong: the call is listed, nothing is guessed.
                Add(site with { Abi = RegisterConvention, Certainty = CallCertainty.Unknown, IsDirect = isMethodExpression });
                break;
        }
    }

    private void VisitRange(GoNode range, LineDirectives lines)
    {
        if (unit.NamedFunction(range[2]) is { } function && (mayBeAssemblyMethod is null || !IsPlainGo(function)))
        {
            AddDirect(Site(range, range[2].Span, CallKind.Range, lines), function);
        }
    }

    private void AddDirect(CallSite site, FunctionInfo function)
    {
        site = site with { Callee = function.FullName, CalleeSymbol = function.Symbol, CalleeLanguage = function.Language };
        if (IntrinsicCalls.IsIntrinsic(function.FullName, unit.Target))
        {
            site = site with { Relation = AbiRelation.Intrinsic, Abi = RegisterConvention };
            if (function.IsBodyElsewhere)
            {
                AddElsewhere(site);
            }
            else
            {
                Add(site);
            }
        }
        else if (function.IsBodyElsewhere)
        {
            AddElsewhere(site);
        }
        else if (function.Language == SourceLanguage.Go)
        {
            Add(function.IsCgoStub
                ? site with { Relation = AbiRelation.CgoStub, Abi = CallingConvention.Abi0 }
                : site with { Case = AbiCase.GoToGoDirect, Abi = RegisterConvention });
        }
        else if (function.Abi == CallingConvention.AbiInternal)
        {
            Add(site with { Relation = AbiRelation.AbiInternalAssembly, Abi = RegisterConvention });
        }
        else if (IsBare(site.Kind, function))
        {
            // A bare `defer f()` or `go f()` needs no closure, so the compiler takes f's func value: the wrapper.
            Add(site with
            {
                Case = AbiCase.GoToAssemblyIndirect,
                Relation = site.Kind == CallKind.Defer ? AbiRelation.BareDefer : AbiRelation.None,
                IsDirect = site.Kind == CallKind.Defer,
                Abi = RegisterConvention,
                Wrapper = hasWrappers ? function.Symbol : null,
            });
        }
        else
        {
            Add(site with { Case = AbiCase.GoToAssemblyDirect, Abi = CallingConvention.Abi0 });
        }
    }

    // The body may still be in this package, under the name that a linkname gives.
    private void AddElsewhere(CallSite site)
    {
        var pending = new SummaryCallSite(site, LinkNeed.GoDeclaration);
        if (unit.Symbols.Find(site.CalleeSymbol!) is { IsBodyElsewhere: false } own)
        {
            Add(CallLinker.Complete(pending, unit.Target, _ => SummaryFunction.Of(own)));
        }
        else
        {
            sites.Add(pending);
        }
    }

    private void Add(CallSite site) => sites.Add(new SummaryCallSite(site));

    // A function of a package whose sources are not at hand: its name is known, its language is not.
    private void AddUnlinked(CallSite site, GoObject? callee) => Add(site with
    {
        Callee = callee is null ? null : callee.PackagePath + "." + callee.Name,
        CalleeSymbol = callee is null ? null : callee.PackagePath + "." + callee.Name,
        Abi = RegisterConvention,
        Certainty = CallCertainty.Unknown,
    });

    private void AddIndirect(CallSite site, GoNode callee)
    {
        site = site with { IsDirect = false, Abi = RegisterConvention };
        var values = sources.Of(callee);
        if (values.IsEmpty)
        {
            Add(site with { Case = AbiCase.GoToGoIndirect, Certainty = CallCertainty.Unknown });
            return;
        }

        var functions = new HashSet<FunctionInfo>();
        foreach (var value in values.Values)
        {
            functions.Add(value.Function);
        }

        var isOnly = values.IsComplete && functions.Count == 1;
        foreach (var function in functions)
        {
            Add(site with
            {
                Callee = function.FullName,
                CalleeSymbol = function.Symbol,
                CalleeLanguage = function.Language,
                Case = function.Language == SourceLanguage.Assembly ? AbiCase.GoToAssemblyIndirect : AbiCase.GoToGoIndirect,
                Wrapper = function.IsWrappedForGo && hasWrappers ? function.Symbol : null,
                Certainty = isOnly ? CallCertainty.Exact : CallCertainty.May,
            });
        }
    }

    private static bool IsBare(CallKind kind, FunctionInfo function) =>
        kind is CallKind.Defer or CallKind.Go && function.Declaration is { Shape.IsEmpty: true };

    private static CallKind KindOf(GoNode call)
    {
        var parent = call.Parent;
        while (parent.Kind == GoSyntaxKind.Paren)
        {
            parent = parent.Parent;
        }

        return parent.Kind switch
        {
            GoSyntaxKind.DeferStmt => CallKind.Defer,
            GoSyntaxKind.GoStmt => CallKind.Go,
            _ => CallKind.Call,
        };
    }

    private CallSite Site(GoNode node, TextSpan place, CallKind kind, LineDirectives lines)
    {
        var (caller, symbol) = Callers.Of(unit, node);
        return new CallSite
        {
            Location = new SourceLocation(node.Tree.File, place),
            LineDirective = lines.At(place.Start),
            Caller = caller,
            CallerSymbol = symbol,
            CallerLanguage = SourceLanguage.Go,
            Kind = kind,
        };
    }
}
