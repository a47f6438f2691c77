using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Gathers what the files of one package declare at package level.</summary>
internal sealed class PackageCollector
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    private readonly Dictionary<string, GoObject> byName = new(StringComparer.Ordinal);
    private readonly ImmutableArray<GoObject>.Builder methods = ImmutableArray.CreateBuilder<GoObject>();
    private readonly ImmutableArray<GoLinkname>.Builder linknames = ImmutableArray.CreateBuilder<GoLinkname>();
    private readonly ImmutableArray<GoObject>.Builder file = ImmutableArray.CreateBuilder<GoObject>();
    private readonly string packagePath;

    private PackageCollector(string packagePath)
    {
        this.packagePath = packagePath;
    }

    public static GoPackageScope Collect(GoPackage package)
    {
        var collector = new PackageCollector(package.ImportPath);
        var byFile = ImmutableArray.CreateBuilder<ImmutableArray<GoObject>>(package.GoFiles.Length);
        foreach (var source in package.GoFiles)
        {
            collector.AddFile(source.Tree);
            byFile.Add(collector.file.ToImmutable());
            collector.file.Clear();
        }

        return new GoPackageScope(
            package, collector.byName, byFile.MoveToImmutable(), collector.methods.ToImmutable(), collector.linknames.ToImmutable());
    }

    private void AddFile(GoSyntaxTree tree)
    {
        foreach (var declaration in tree.Root.Children)
        {
            switch (declaration.Kind)
            {
                case GoSyntaxKind.FuncDecl:
                    AddFunction(declaration);
                    break;
                case GoSyntaxKind.TypeDecl:
                    foreach (var spec in declaration.Children)
                    {
                        if (spec.Kind == GoSyntaxKind.TypeSpec)
                        {
                            Add(GoObjectKind.TypeName, spec[0], spec);
                        }
                    }

                    break;
                case GoSyntaxKind.ConstDecl:
                    AddValues(GoObjectKind.Constant, declaration);
                    break;
                case GoSyntaxKind.VarDecl:
                    AddValues(GoObjectKind.Variable, declaration);
                    break;
            }
        }

        foreach (var directive in tree.Directives)
        {
            if (directive.Name is "go:linkname" or "go:linknamestd")
            {
                AddLinkname(directive);
            }
        }
    }

    private void AddValues(GoObjectKind kind, GoNode declaration)
    {
        foreach (var spec in declaration.Children)
        {
            if (spec.Kind == GoSyntaxKind.ValueSpec)
            {
                foreach (var name in spec[0].Children)
                {
                    Add(kind, name, spec);
                }
            }
        }
    }

    private void AddFunction(GoNode function)
    {
        var receiver = function[0];
        if (receiver.IsNone)
        {
            Add(GoObjectKind.Function, function[1], function);
            return;
        }

        var typeName = ReceiverBase(receiver, out var isPointer);
        var traits = GoObjectTraits.PackageLevel | GoObjectTraits.Method | (isPointer ? GoObjectTraits.PointerReceiver : 0);
        var method = new GoObject(
            GoObjectKind.Function, function[1].Text, traits, function[1], function, packagePath, receiverTypeName: typeName);
        methods.Add(method);
        file.Add(method);
    }

    // Receivers are (T), (*T), (T[P]), (*T[P]), each with any number of parentheses (Go spec, "Method declarations").
    private static string ReceiverBase(GoNode receiver, out bool isPointer)
    {
        isPointer = false;
        var field = receiver.LastChild;
        var type = field.Kind == GoSyntaxKind.Field ? field[1] : default;
        while (true)
        {
            switch (type.Kind)
            {
                case GoSyntaxKind.Star:
                    isPointer = true;
                    type = type[0];
                    break;
                case GoSyntaxKind.Paren:
                case GoSyntaxKind.Index:
                    type = type[0];
                    break;
                case GoSyntaxKind.Identifier:
                    return type.Text;
                default:
                    return "";
            }
        }
    }

    private void Add(GoObjectKind kind, GoNode name, GoNode declaring)
    {
        var text = name.Text;
        var item = new GoObject(kind, text, GoObjectTraits.PackageLevel, name, declaring, packagePath);
        file.Add(item);

        // "_" declares nothing, and init can be declared often but not referred to (Go spec, "Package initialization").
        if (text.Length != 0 && text != "_" && !(text == "init" && kind == GoObjectKind.Function) && !byName.ContainsKey(text))
        {
            byName.Add(text, item);
        }
    }

    // cmd/compile/internal/noder: //go:linkname localname [linkname], parts between any blanks.
    private void AddLinkname(GoDirective directive)
    {
        var parts = directive.Arguments.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 1 or 2)
        {
            var isStdOnly = directive.Name == "go:linknamestd";
            linknames.Add(new GoLinkname(parts[0], parts.Length == 2 ? parts[1] : null, directive.Location, isStdOnly));
        }
    }
}
