using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Reporting.Tests;

public class FingerprintTests
{
    private const string Code = "package p\n\nfunc a() {\n\tuse(f)\n}\n";

    [Fact]
    public void Edits_elsewhere_blanks_comments_line_endings_and_path_case_do_not_change_a_fingerprint()
    {
        var original = Of("p/a.go", Code);
        Assert.Equal(original, Of("p/a.go", "// more\n\n" + Code));
        Assert.Equal(original, Of("p/a.go", Code.Replace("\n", "\r\n", System.StringComparison.Ordinal)));
        Assert.Equal(original, Of("p/a.go", Code.Replace("\tuse(f)", "    use( f ) // why", System.StringComparison.Ordinal)));
        Assert.Equal(original, Of("P/A.go", Code));
    }

    [Fact]
    public void Another_line_of_code_another_rule_or_another_symbol_changes_it()
    {
        var original = Of("p/a.go", Code);
        Assert.NotEqual(original, Of("p/a.go", Code.Replace("use(f)", "use(f, 1)", System.StringComparison.Ordinal)));
        Assert.NotEqual(original, Fingerprints.Compute([FindingIn("p/a.go", Code) with { RuleId = "GOABI1002" }])[0]);
        Assert.NotEqual(original, Fingerprints.Compute([FindingIn("p/a.go", Code) with { Symbol = "p.g" }])[0]);
    }

    [Fact]
    public void Equal_findings_are_numbered_in_the_order_of_paths_without_their_case()
    {
        var first = FindingIn("a.go", Code);
        var second = FindingIn("B.go", Code);
        var prints = Fingerprints.Compute([first, second]);
        Assert.Equal(2, prints.Distinct().Count());
        Assert.Equal(prints.Reverse(), Fingerprints.Compute([second, first]));
        Assert.Equal(prints[0], Fingerprints.Compute([first])[0]);
    }

    private static string Of(string path, string code) => Fingerprints.Compute([FindingIn(path, code)])[0];

    private static Finding FindingIn(string path, string code)
    {
        var file = SampleAnalysis.File(path, code);
        var call = SampleAnalysis.At(file, "use(");
        return new Finding
        {
            RuleId = "GOABI1001", Message = "m", Symbol = "p.f", Function = "a", Location = new SourceLocation(file, new TextSpan(call.Span.End, 1)),
        };
    }
}
