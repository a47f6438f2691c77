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
        return Find(scope, session, read) is { } found
            ? new AbiSignatureText(found.Function, found.Name, ImmutableArray<SourceDiagnostic>.Empty)
            : new AbiSignatureText(null, "", ImmutableArray.Create(Error(signature, new TextSpan(0, signature.Text.Length), "this is no signature of a function")));
    }

    private static (AbiFunction Function, string Name)? Find(GoPackageScope scope, GoTypeSession session, Wrapped read)
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
            return (AbiFunctionReader.Read(signature, session), signature.Name);
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

        return (AbiFunctionReader.Read(signature.DeclaringNode[2][0], type, first, scope.ImportPath), "");
    }

    private static SourceDiagnostic Error(SourceFile file, TextSpan span, string message) =>
        new(DiagnosticIds.GoSyntax, Severity.Error, message, new SourceLocation(file, span));

    /// <summary>A text with what makes a Go file of it, and its errors at their places in the text.</summary>
    private sealed class Wrapped
    {
        // Names that no text can spell by chance.
        public const string SignatureName = "signatureßsignature";
        public const string ReceiverName = "receiverßsignature";

        private readonly List<(int Made, int Original)> pieces = [];
        private readonly StringBuilder text = new();
        private readonly SourceFile file;

        private Wrapped(SourceFile file) => this.file = file;

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
            text.Append(file.Text.Text, begin, end - begin);
        }

        private Wrapped Parse(CancellationToken ct)
        {
            Tree = GoSyntaxTree.Parse(new SourceFile(file.Path, SourceText.FromString(text.ToString())), null, ct);
            foreach (var diagnostic in Tree.Diagnostics)
            {
                var place = diagnostic.Location is { } location ? location.Span.Start : 0;
                Diagnostics.Add(Error(file, new TextSpan(OriginalOf(place), 0), diagnostic.Message));
            }

            return this;
        }

        private int OriginalOf(int place)
        {
            var found = 0;
            foreach (var (made, original) in pieces)
            {
                if (place >= made)
                {
                    found = original + place - made;
                }
            }

            return Math.Min(found, file.Text.Length);
        }
    }
}
