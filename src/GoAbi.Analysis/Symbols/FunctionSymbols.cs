using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The functions of a package that matter to the ABI, with the wrappers that the compiler will make for them and why.</summary>
internal static class FunctionSymbols
{
    public static List<FunctionSymbol> Of(AnalysisUnit unit)
    {
        var found = new List<FunctionSymbol>();
        var hasWrappers = AbiWrappers.Exist(unit.Target);
        var linknames = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var linkname in unit.Symbols.Scope.Linknames)
        {
            linknames.Add(linkname.LocalName);
        }

        foreach (var function in unit.Symbols.Functions)
        {
            var isLinknamed = function.Declaration is { ReceiverTypeName: null } declared && linknames.Contains(declared.Name);
            var isReferenced = unit.Symbols.IsReferencedFromAssembly(function.Symbol, CallingConvention.Abi0);
            if (function.Assembly is { } assembly)
            {
                found.Add(new FunctionSymbol
                {
                    Package = function.Package,
                    Symbol = function.Symbol,
                    Language = SourceLanguage.Assembly,
                    Abi = function.Abi,
                    IsStatic = assembly.IsStatic,
                    Definition = assembly.Function.Text.Symbol.Origin.Location,
                    Declaration = function.Declaration?.Declaration.Location,
                    FrameSize = assembly.Function.Text.FrameSize,
                    ArgumentSize = assembly.Function.Text.ArgumentSize,
                    Flags = assembly.Function.Text.FlagNames,
                    Wrappers = hasWrappers ? WrappersOf(function, isReferenced, isLinknamed) : ImmutableArray<AbiWrapper>.Empty,
                });
            }
            else if (function is { Language: SourceLanguage.Go, Declaration: { } declaration } && (isReferenced || isLinknamed || function.IsCgoStub))
            {
                found.Add(new FunctionSymbol
                {
                    Package = function.Package,
                    Symbol = function.Symbol,
                    Language = SourceLanguage.Go,
                    Abi = hasWrappers ? function.Abi : CallingConvention.Abi0,
                    Definition = declaration.Declaration.Location,
                    Wrappers = hasWrappers ? WrappersOf(function, isReferenced, isLinknamed) : ImmutableArray<AbiWrapper>.Empty,
                });
            }
        }

        return found;
    }

    // cmd/compile/internal/ssagen.(*SymABIs).GenABIWrappers: ABIInternal always, each ABI that the package's own assembly
    // refers to, both where the function is linknamed and defined here.
    private static ImmutableArray<AbiWrapper> WrappersOf(FunctionInfo function, bool isReferenced, bool isLinknamed)
    {
        if (function.Declaration is null)
        {
            return ImmutableArray<AbiWrapper>.Empty;
        }

        if (function.Abi == CallingConvention.Abi0)
        {
            return ImmutableArray.Create(new AbiWrapper(
                CallingConvention.AbiInternal,
                CallingConvention.Abi0,
                "declared in Go: every Go function has an ABIInternal entry"));
        }

        return isReferenced
            ? ImmutableArray.Create(new AbiWrapper(CallingConvention.Abi0, CallingConvention.AbiInternal, "the package's own assembly refers to it"))
            : isLinknamed
                ? ImmutableArray.Create(new AbiWrapper(CallingConvention.Abi0, CallingConvention.AbiInternal, "it has a go:linkname and is defined here"))
                : ImmutableArray<AbiWrapper>.Empty;
    }
}
