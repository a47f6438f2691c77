using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>
/// A signature given as text: <c>func(a int, s T) (r error)</c>, for a method <c>method (r R) func(a int)</c>, or a declaration <c>func (r R) M(a int)</c>. Types that it names are in Go declarations beside it.
/// Nothing throws for what the texts hold.
/// </summary>
public sealed class AbiSignatureText
{
    private const string Method = "method";
    private const string Prefix = "package p;import \"unsafe\";";

    private AbiSignatureText(AbiFunction? function, string name, ImmutableArray<SourceDiagnostic> diagnostics)
    {
        Function = function;
        Name = name;
        Diagnostics = diagnostics;
    }

    /// <summary>What the function passes; null where the text can't be read.</summary>
    public AbiFunction? Function { get; }

    /// <summary>The function's name where the text is a declaration, else "".</summary>
    public string Name { get; }

    /// <summary>What is wrong, at its place in the signature or in the declarations.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    /// <summary>Reads a signature.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="declarations">Go declarations; a package clause may be left out, and "unsafe" needs no import. Null for none.</param>
    /// <param name="target">The target.</param>
    /// <param name="ct">Stops the work.</param>
    public static AbiSignatureText Read(SourceFile signature, SourceFile? declarations, Target target, CancellationToken ct = default)
    {
        if (signature is null)
        {
            throw new ArgumentNullException(nameof(signature));
        }

        if (target is null)
        {
            throw new ArgumentNullException(nameof(target));
        }

        var beside = declarations is null ? null : Wrapped.OfDeclarations(declarations, ct);
        var read = Wrapped.OfMethod(signature, ct) ?? Wrapped.OfType(signature, ct);
        if (read.Diagnostics.Count > 0 && Wrapped.OfDeclaration(signature, ct) is { Diagnostics.Count: 0 } declared)
        {
            read = declared;
        }

        List<SourceDiagnostic> wrong = [.. beside?.Diagnostics ?? [], .. read.Diagnostics];
        if (wrong.Count > 0)
        {
            return new AbiSignatureText(null, "", wrong.ToImmutableArray());
        }

        var trees = beside is null ? ImmutableArray.Create(read.Tree) : ImmutableArray.Create(beside.Tree, read.Tree);
        var scope = GoPackageScope.Collect(GoLoosePackage.Create("p", target, trees));
        var session = new GoTypeSession(target, static (_, _) => null);
        if (Find(scope, session, read) is { } found)
        {
            var unknown = Unknown(found, session, read);
            return new AbiSignatureText(unknown.IsEmpty ? found.Function : null, found.Name, unknown);
        }

        return new AbiSignatureText(null, "", ImmutableArray.Create(Error(signature, new TextSpan(0, signature.Text.Length), "this is no signature of a function")));
    }

    // Where a value stands whose size can't be known: without it nothing behind it has a place either.
    private static ImmutableArray<SourceDiagnostic> Unknown(Found found, GoTypeSession session, Wrapped read)
    {
        var wrong = ImmutableArray.CreateBuilder<SourceDiagnostic>();
        var values = found.Function.Parameters.AddRange(found.Function.Results).RemoveAll(static v => v.Kind == AbiParameterKind.Dictionary);
        var index = 0;
        foreach (var fields in found.Fields)
        {
            if (fields.IsNone)
            {
                continue;
            }

            foreach (var field in fields.Children)
            {
                if (index < values.Length && session.Sizes.TrySizeOf(values[index].Type) is null)
                {
                    var place = new TextSpan(read.OriginalOf(field[1].Span.Start), 0);
                    wrong.Add(Error(read.File, place, "the size of '" + field[1].Text + "' is not known: a type that it needs is not declared, or is a type parameter"));
                }

                index += field[0].IsNone ? 1 : field[0].ChildCount;
            }
        }

        return wrong.ToImmutable();
    }

    private static Found? Find(GoPackageScope scope, GoTypeSession session, Wrapped read)
    {
        GoObject? signature = null;
        GoObject? receiver = null;
        var count = 0;
        foreach (var item in scope.Declarations)
        {
            if (!ReferenceEquals(item.DeclaringNode.Tree, read.Tree))
            {
                continue;
            }

            count++;
            if (item is { Kind: GoObjectKind.Function, DeclaringNode.Kind: GoSyntaxKind.FuncDecl })
            {
                signature = item;
                continue;
            }

            (signature, receiver) = item.Name switch
            {
                Wrapped.SignatureName => (item, receiver),
                Wrapped.ReceiverName => (signature, item),
                _ => (signature, receiver),
            };
        }

        // One signature and nothing behind it.
        if (signature is null || count != (receiver is null ? 1 : 2))
        {
            return null;
        }

        if (signature.Kind == GoObjectKind.Function)
        {
            var declaration = signature.DeclaringNode;
            return new Found(AbiFunctionReader.Read(signature, session), signature.Name, ImmutableArray.Create(declaration[0], declaration[3][0], declaration[3][1]));
        }

        if (session.TypeOf(signature).Underlying is not GoSignature type || signature.DeclaringNode[2].Kind != GoSyntaxKind.FuncType)
        {
            return null;
        }

        var first = ImmutableArray.CreateBuilder<AbiParameter>();
        if (receiver is not null)
        {
            if (session.TypeOf(receiver).Underlying is not GoSignature { Parameters.Length: 1 } of)
            {
                return null;
            }

            first.Add(new AbiParameter(AbiFunctionReader.ReceiverName(receiver.DeclaringNode[2][0][0]), of.Parameters[0], AbiParameterKind.Receiver));
        }

        var node = signature.DeclaringNode[2][0];
        var function = AbiFunctionReader.Read(node, type, first, scope.ImportPath);
        return new Found(function, "", ImmutableArray.Create(receiver is null ? default : receiver.DeclaringNode[2][0][0], node[0], node[1]));
    }

    private static SourceDiagnostic Error(SourceFile file, TextSpan span, string message) =>
        new(DiagnosticIds.GoSyntax, Severity.Error, message, new SourceLocation(file, span));

    /// <param name="Function">What it passes.</param>
    /// <param name="Name">Its name; "" for none.</param>
    /// <param name="Fields">The lists that its values are declared in: receiver, parameters, results.</param>
    private sealed record Found(AbiFunction Function, string Name, ImmutableArray<GoNode> Fields);

    /// <summary>A text with what makes a Go file of it, and its errors at their places in the text.</summary>
    private sealed class Wrapped
    {
        // Names that no text can spell by chance.
        public const string SignatureName = "signatureßsignature";
        public const string ReceiverName = "receiverßsignature";

        private readonly List<(int Made, int Original)> pieces = [];
        private readonly StringBuilder text = new();
        private Wrapped(SourceFile file) => File = file;

        public SourceFile File { get; }

        public GoSyntaxTree Tree { get; private set; } = null!;

        public List<SourceDiagnostic> Diagnostics { get; } = [];

        public static Wrapped OfDeclarations(SourceFile file, CancellationToken ct)
        {
            var asIs = GoSyntaxTree.Parse(file, null, ct);
            var made = new Wrapped(file);
            if (asIs.Root[0].Kind == GoSyntaxKind.PackageClause)
            {
                made.Append(0, file.Text.Length);
            }
            else
            {
                made.text.Append(Prefix);
                made.Append(0, file.Text.Length);
            }

            return made.Parse(ct);
        }

        public static Wrapped OfType(SourceFile file, CancellationToken ct)
        {
            var made = new Wrapped(file);
            made.text.Append(Prefix).Append("type ").Append(SignatureName).Append(' ');
            made.Append(0, file.Text.Length);
            return made.Parse(ct);
        }

        public static Wrapped OfDeclaration(SourceFile file, CancellationToken ct)
        {
            var made = new Wrapped(file);
            made.text.Append(Prefix);
            made.Append(0, file.Text.Length);
            return made.Parse(ct);
        }

        // method (r R) func(...): two function types, one of the receiver alone.
        public static Wrapped? OfMethod(SourceFile file, CancellationToken ct)
        {
            var source = file.Text.Text;
            var begin = 0;
            while (begin < source.Length && char.IsWhiteSpace(source[begin]))
            {
                begin++;
            }

            if (string.CompareOrdinal(source, begin, Method, 0, Method.Length) != 0)
            {
                return null;
            }

            begin += Method.Length;
            var end = begin;
            var depth = 0;
            while (end < source.Length)
            {
                depth += source[end] == '(' ? 1 : source[end] == ')' ? -1 : 0;
                end++;
                if (depth == 0 && source[end - 1] == ')')
                {
                    break;
                }
            }

            var made = new Wrapped(file);
            made.text.Append(Prefix).Append("type ").Append(ReceiverName).Append(" func");
            made.Append(begin, end);
            made.text.Append(";type ").Append(SignatureName).Append(' ');
            made.Append(end, source.Length);
            return made.Parse(ct);
        }

        private void Append(int begin, int end)
        {
            pieces.Add((text.Length, begin));
            text.Append(File.Text.Text, begin, end - begin);
        }

        private Wrapped Parse(CancellationToken ct)
        {
            Tree = GoSyntaxTree.Parse(new SourceFile(File.Path, SourceText.FromString(text.ToString())), null, ct);
            foreach (var diagnostic in Tree.Diagnostics)
            {
                var place = diagnostic.Location is { } location ? location.Span.Start : 0;
                Diagnostics.Add(Error(File, new TextSpan(OriginalOf(place), 0), diagnostic.Message));
            }

            return this;
        }

        public int OriginalOf(int place)
        {
            var found = 0;
            foreach (var (made, original) in pieces)
            {
                if (place >= made)
                {
                    found = original + place - made;
                }
            }

            return Math.Min(found, File.Text.Length);
        }
    }
}
