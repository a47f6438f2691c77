using GoAbi.Source;
using Xunit;

namespace GoAbi.Conventions.Tests.Layout;

/// <summary>Layouts of signatures given as text.</summary>
internal static class Signatures
{
    public static AbiSignatureText Read(string signature, string declarations, Target target) => AbiSignatureText.Read(
        new SourceFile("signature", SourceText.FromString(signature)),
        declarations.Length == 0 ? null : new SourceFile("decls.go", SourceText.FromString(declarations)),
        target);

    public static AbiLayout Layout(string signature, string declarations, Target target)
    {
        var text = Read(signature, declarations, target);
        Assert.Empty(text.Diagnostics);
        var layout = AbiLayout.Compute(text.Function!, target, out var unknown);
        Assert.True(layout is not null, signature + ": " + unknown);
        return layout;
    }
}
