using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using GoAbi.Conventions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoAbi.Generator;

/// <summary>The record struct that a <c>[GoFunction]</c> attribute is on. Equal where the code that completes it is.</summary>
/// <param name="Namespace">Its namespace; "" for none.</param>
/// <param name="Containers">The types around it as they are declared without modifiers, the outermost first, a line each.</param>
/// <param name="Name">Its name, as C# writes it.</param>
/// <param name="TypeParameters">Its type parameters in their brackets; "" for none.</param>
/// <param name="Taken">Names that members can't have, a line each.</param>
/// <param name="HasInit">True where properties can be set when a value is made.</param>
/// <param name="FileName">The name of the generated file.</param>
internal sealed record GoFunctionType(string Namespace, string Containers, string Name, string TypeParameters, string Taken, bool HasInit, string FileName)
{
    /// <summary>Describes the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">What it is compiled in.</param>
    public static GoFunctionType Read(INamedTypeSymbol type, Compilation compilation)
    {
        var containers = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, Keyword(outer) + " " + Escaped(outer.Name) + TypeParametersOf(outer));
            taken.UnionWith(outer.TypeParameters.Select(static p => p.Name));
        }

        taken.UnionWith(type.TypeParameters.Select(static p => p.Name));
        taken.UnionWith(type.GetMembers().Where(static m => !m.IsImplicitlyDeclared).Select(static m => m.Name));
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } declared
            ? declared.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : "";
        return new GoFunctionType(
            space, string.Join("\n", containers), Escaped(type.Name), TypeParametersOf(type), string.Join("\n", taken.OrderBy(static n => n, StringComparer.Ordinal)),
            compilation.GetTypesByMetadataName("System.Runtime.CompilerServices.IsExternalInit").Any(t => compilation.IsSymbolAccessibleWithin(t, compilation.Assembly)),
            FileNameOf(type));
    }

    /// <summary>Why the type can't be completed; null where it can.</summary>
    /// <param name="type">The type.</param>
    /// <param name="ct">Stops the work.</param>
    public static string? Refusal(INamedTypeSymbol type, CancellationToken ct)
    {
        if (!type.IsRecord || type.TypeKind != TypeKind.Struct)
        {
            return "'" + type.Name + "' has to be a partial record struct";
        }

        if (CSharpReader.MethodNames.Contains(type.Name))
        {
            return "'" + type.Name + "' is the name of a method that is generated";
        }

        for (var one = type; one is not null; one = one.ContainingType)
        {
            foreach (var reference in one.DeclaringSyntaxReferences)
            {
                var declaration = (TypeDeclarationSyntax)reference.GetSyntax(ct);
                if (declaration.Modifiers.Any(SyntaxKind.FileKeyword))
                {
                    return "'" + one.Name + "' can't be local to its file: what is generated is in another one";
                }

                if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    return "'" + one.Name + "' has to be partial";
                }

                if (ReferenceEquals(one, type) && declaration is RecordDeclarationSyntax { ParameterList: not null })
                {
                    return "'" + one.Name + "' can't have a parameter list: its properties are generated";
                }
            }
        }

        // What is generated has instance fields; the order of those in several files is nobody's (CS0282).
        var own = FileNameOf(type);
        if (type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false } field && (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(own, StringComparison.Ordinal))))
        {
            return "'" + type.Name + "' can't have fields of its own: what is generated has some";
        }

        return null;
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static string TypeParametersOf(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty ? "" : "<" + string.Join(", ", type.TypeParameters.Select(static p => (p.Variance == VarianceKind.Out ? "out " : p.Variance == VarianceKind.In ? "in " : "") + Escaped(p.Name))) + ">";

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    // Unique whatever letters are capitals, short whatever the names are, and without what file names can't have.
    private static string FileNameOf(INamedTypeSymbol type)
    {
        var full = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var hash = 14695981039346656037UL;
        foreach (var c in full)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        var name = new StringBuilder("GoFunction.");
        foreach (var c in type.Name.Substring(0, Math.Min(40, type.Name.Length)))
        {
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_');
        }

        return name.Append('.').Append(hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)).Append(".g.cs").ToString();
    }
}
