using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>Code whose imports are not at hand: what depends on them is unknown, and nothing else.</summary>
public sealed class MissingImportTests
{
    private const string Source = """
        package p
        import (
        	"m/missing"
        	. "m/dotted"
        )
        type S struct {
        	missing.Embedded
        	own int
        	far missing.T
        	ptr *missing.T
        }
        type I interface { missing.I; Own() string }
        func (S) Method() float64 { return 0 }
        func both() (missing.T, error) { return missing.Make() }
        func generic[T any](x T) []T { return nil }
        var fromMissing = missing.X
        var known, unknown = 1 + len("x"), missing.Y
        """;

    [Theory]
    [InlineData("S{}.own", "int")]
    [InlineData("S{}.far", "invalid type")]
    [InlineData("S{}.ptr", "*invalid type")]
    [InlineData("S{}.Method()", "float64")]
    [InlineData("I(nil).Own()", "string")]
    [InlineData("fromMissing", "invalid type")]
    [InlineData("known", "int")]
    [InlineData("unknown", "invalid type")]
    [InlineData("missing.F()", "invalid type")]
    [InlineData("missing.F() == 1", "bool")]
    [InlineData("[]int{missing.F()}", "[]int")]
    [InlineData("generic(1)", "[]int")]
    [InlineData("generic(missing.F())", "[]invalid type")]
    [InlineData("generic[string](missing.F())", "[]string")]
    [InlineData("func(t missing.T) int { return 0 }(missing.F())", "int")]
    [InlineData("FromDot(1)", "invalid type")]
    [InlineData("map[string]missing.T{}", "map[string]invalid type")]
    [InlineData("len(missing.F())", "int")]
    [InlineData("any(nil).(missing.T)", "invalid type")]
    [InlineData("any(nil).(S).own", "int")]
    public void Only_what_depends_on_a_missing_import_is_unknown(string expression, string type)
    {
        var fixture = new BindingFixture(Source + "\nfunc test() {\n\tx := " + expression + "\n\t_ = x\n}\n");
        var types = new GoTypeBinding(fixture.Binding, new GoTypeSession(new Target { Goarch = "amd64" }, (_, _) => null));
        var use = BindingFixture.AllNodes(fixture.Package.GoFiles[0].Tree.Root).Last(n => n.Kind == GoSyntaxKind.Identifier && n.Text == "x");
        Assert.Equal(type, types.TypeOf(use).ToString());
    }

    [Fact]
    public void The_second_result_of_a_call_is_known_where_the_first_is_not()
    {
        var fixture = new BindingFixture(Source + "\nfunc test() {\n\tx, err := both()\n\t_, _ = x, err\n}\n");
        var types = new GoTypeBinding(fixture.Binding, new GoTypeSession(new Target { Goarch = "amd64" }, (_, _) => null));
        string Last(string name) => types.TypeOf(BindingFixture.AllNodes(fixture.Package.GoFiles[0].Tree.Root).Last(n => n.Kind == GoSyntaxKind.Identifier && n.Text == name)).ToString();
        Assert.Equal(("invalid type", "error"), (Last("x"), Last("err")));
    }
}
