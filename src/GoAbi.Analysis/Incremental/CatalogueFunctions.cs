using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The functions of a package as a catalogue shows them.</summary>
internal static class CatalogueFunctions
{
    /// <param name="unit">The package.</param>
    /// <param name="layouts">Layouts that were worked out before, and still hold; those that are new are added.</param>
    public static EquatableArray<CatalogueFunction> Of(AnalysisUnit unit, Dictionary<string, CatalogueLayout?> layouts)
    {
        var wrappers = new Dictionary<(string Symbol, string Path, int Start), FunctionSymbol>();
        foreach (var symbol in FunctionSymbols.Of(unit))
        {
            wrappers[(symbol.Symbol, symbol.Definition.File.Path, symbol.Definition.Span.Start)] = symbol;
        }

        var found = ImmutableArray.CreateBuilder<CatalogueFunction>();
        foreach (var function in unit.Symbols.Functions)
        {
            var place = function.Assembly?.Function.Text.Symbol.Origin.Location ?? function.Declaration?.Declaration.Location;
            var known = place is { } at && wrappers.TryGetValue((function.Symbol, at.File.Path, at.Span.Start), out var symbol) ? symbol : null;
            if (known is not null || function.IsBodyElsewhere)
            {
                found.Add(Of(unit, function, known, layouts));
            }
        }

        return new EquatableArray<CatalogueFunction>(found.ToImmutable());
    }

    private static CatalogueFunction Of(AnalysisUnit unit, FunctionInfo function, FunctionSymbol? symbol, Dictionary<string, CatalogueLayout?> layouts)
    {
        var declaration = function.Declaration;
        var text = function.Assembly?.Function.Text;
        return new CatalogueFunction
        {
            Name = declaration?.Name ?? NameOf(unit.Package, function.Symbol),
            Receiver = declaration?.ReceiverTypeName ?? "",
            Symbol = function.Symbol,
            FullName = function.FullName,
            Declaration = declaration is null ? "" : TextOf(declaration.DeclaringNode),
            DeclarationPath = declaration?.Declaration.Tree.File.Path ?? "",
            DeclarationLine = declaration?.Declaration.Location.Start.Line ?? 0,
            AssemblyPath = function.Assembly?.Program.File.Path ?? "",
            Language = function.Language,
            Abi = symbol?.Abi ?? function.Abi,
            IsStatic = function.Assembly is { IsStatic: true },
            FrameSize = text?.FrameSize,
            ArgumentSize = text?.ArgumentSize,
            Flags = new(text?.FlagNames ?? ImmutableArray<string>.Empty),
            Wrappers = new(symbol is null ? ImmutableArray<CatalogueWrapper>.Empty : symbol.Wrappers.Select(static wrapper => new CatalogueWrapper(wrapper.From, wrapper.Reason)).ToImmutableArray()),
            Layout = declaration is null ? null : LayoutOf(unit, function, layouts),
        };
    }

    // "p.f" in package p is f; another package's stays as it is.
    private static string NameOf(GoPackage package, string symbol) =>
        symbol.StartsWith(package.SymbolPrefix + ".", StringComparison.Ordinal) && symbol.Length > package.SymbolPrefix.Length + 1
            ? symbol.Substring(package.SymbolPrefix.Length + 1)
            : symbol;

    private static CatalogueLayout? LayoutOf(AnalysisUnit unit, FunctionInfo function, Dictionary<string, CatalogueLayout?> layouts)
    {
        // Names that can be declared more than once say nothing.
        var key = function.Declaration!.Name is "_" or "init" ? null : function.FullName;
        if (key is not null && layouts.TryGetValue(key, out var known))
        {
            return known;
        }

        var layout = unit.LayoutOf(function);
        var made = layout is null ? null : new CatalogueLayout(
            layout.Abi0ArgumentSize,
            layout.StackArgumentSize,
            layout.SpillAreaSize,
            layout.Registers.HasRegisterArguments,
            new(layout.Parameters.Select(static value => ValueOf(value, isResult: false)).Concat(layout.Results.Select(static value => ValueOf(value, isResult: true))).ToImmutableArray()));
        if (key is not null)
        {
            layouts[key] = made;
        }

        return made;
    }

    private static CatalogueValue ValueOf(AbiValue value, bool isResult) => new(
        value.Name,
        value.AssemblyName,
        isResult,
        value.TypeName,
        value.Size,
        value.Abi0Offset,
        new(value.Registers.Select(static part => part.Register.Name).ToImmutableArray()),
        value.StackOffset,
        value.SpillOffset);

    // What is written, without the body; lines and comments in between become blanks.
    private static string TextOf(GoNode function)
    {
        var tree = function.Tree;
        var end = function.LastChild.Kind == GoSyntaxKind.Block ? function.LastChild.FirstToken : function.EndToken;
        var text = new StringBuilder();
        var before = -1;
        for (var i = function.FirstToken; i < end && i < tree.Tokens.Length; i++)
        {
            // The scanner puts semicolons at ends of lines: between fields and methods of a literal type they are needed.
            var span = tree.TokenSpan(i);
            if (tree.TokenKind(i) == GoTokenKind.Semicolon)
            {
                text.Append(i + 1 < end && tree.TokenText(i + 1) != "}" ? ";" : "");
                continue;
            }

            text.Append(before >= 0 && span.Start > before ? " " : "").Append(tree.File.Text.Text, span.Start, span.Length);
            before = span.End;
        }

        return text.ToString();
    }
}
