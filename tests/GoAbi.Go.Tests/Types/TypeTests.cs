using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>The types and values of declarations; what calls call is compared with go/types over std.</summary>
public sealed class TypeTests
{
    private const string Declarations = """
        package p
        import "unsafe"
        type Number interface{ ~int | ~float64 }
        type Int int
        type Pair[A, B any] struct{ First A; Second B }
        type Tree[T any] struct{ left, right *Tree[T]; value T }
        func (t *Tree[T]) Walk(f func(T) bool) {}
        type S struct { a uint8; b uint64; c uint16; d struct{} }
        type Alias = []map[string]*S
        type Loop Loop
        type Grow[T any] struct{ next *Grow[[]T]; value T }
        type Self struct{ next *Self; items [len(names)]Self2 }
        type Self2 [2]int32
        var names = [...]string{"x", 5: "y"}
        func Map[S ~[]E, E, R any](s S, f func(E) R) []R { return nil }
        func Sum[T Number](values ...T) T { var t T; return t }
        func two() (int, error) { return 0, nil }
        func swap[A, B any](p Pair[A, B]) Pair[B, A] { return Pair[B, A]{} }
        const (
        	zero = iota
        	_
        	two2 uint8 = 1 << iota
        	three
        )

        """;

    [Theory]
    [InlineData("1", "int", "1")]
    [InlineData("1.5", "float64", "3/2")]
    [InlineData("'x'", "int32", "120")]
    [InlineData("1i", "complex128", "(0 + 1i)")]
    [InlineData("0x1p-2", "float64", "1/4")]
    [InlineData("0b1010_1010", "int", "170")]
    [InlineData("\"a\\x00\\u00e9\"", "string", "a\0é")]
    [InlineData("len(\"é\\xff\")", "int", "3")]
    [InlineData("1 << 70 >> 68", "int", "4")]
    [InlineData("7 / 2 * 2.0", "float64", "6")]
    [InlineData("-7 % 4", "int", "-3")]
    [InlineData("^uint8(3)", "uint8", "252")]
    [InlineData("3 &^ 1", "int", "2")]
    [InlineData("1 < 2 && !false", "bool", "true")]
    [InlineData("\"a\" + \"b\" < \"b\"", "bool", "true")]
    [InlineData("1/3.0*3.0 == 1", "bool", "true")]
    [InlineData("float32(0.1) == 0.1", "bool", "true")]
    [InlineData("float32(0.1) == float32(0.1) + 0", "bool", "true")]
    [InlineData("float64(float32(0.1)) == 0.1", "bool", "false")]
    [InlineData("(1 + 2i) / (3 - 4i)", "complex128", "(-1/5 + 2/5i)")]
    [InlineData("float64(0.1) + 0.2", "float64", "1351079888211149/4503599627370496")]
    [InlineData("string(rune(65))", "string", "A")]
    [InlineData("zero", "int", "0")]
    [InlineData("three", "uint8", "8")]
    [InlineData("max(1, 2.5, 'a')", "float64", "97")]
    [InlineData("len(names)", "int", "6")]
    [InlineData("unsafe.Sizeof(S{})", "uintptr", "24")]
    [InlineData("unsafe.Offsetof(S{}.c)", "uintptr", "16")]
    [InlineData("unsafe.Alignof(uint64(0))", "uintptr", "8")]
    [InlineData("real(2 + 3i)", "float64", "2")]
    public void A_constant_has_its_exact_value(string expression, string type, string value)
    {
        var (typed, constant) = Read(expression);
        Assert.Equal((type, value), (typed, constant?.ToString()));
    }

    [Theory]
    [InlineData("two", "func() (int, error)")]
    [InlineData("Alias{}", "[]map[string]*p.S")]
    [InlineData("Alias{}[0][\"\"].b", "uint64")]
    [InlineData("&S{}", "*p.S")]
    [InlineData("Self{}.items", "[6]p.Self2")]
    [InlineData("Self{}.next.next.items[1][0]", "int32")]
    [InlineData("swap(Pair[int, string]{})", "p.Pair[string,int]")]
    [InlineData("swap(Pair[int, string]{}).First", "string")]
    [InlineData("Map([]int{}, func(i int) string { return \"\" })", "[]string")]
    [InlineData("Sum(1, 2.5)", "float64")]
    [InlineData("Sum[Int]()", "p.Int")]
    [InlineData("Sum(Int(1))", "p.Int")]
    [InlineData("(*Tree[int]).Walk", "func(*p.Tree[int], func(int) bool)")]
    [InlineData("new(Tree[S]).left.right.value.a", "uint8")]
    [InlineData("Grow[int]{}.next.next.value", "[][]int")]
    [InlineData("append([]S(nil), S{})[1:]", "[]p.S")]
    [InlineData("[]*S{{a: 1}, {}}[0]", "*p.S")]
    [InlineData("map[S][]int{}[S{}]", "[]int")]
    [InlineData("<-make(<-chan S)", "p.S")]
    [InlineData("any(1).(interface{ M() })", "interface{M()}")]
    [InlineData("func(x int) (y string) { return \"\" }(1)", "string")]
    [InlineData("\"abc\"[0]", "uint8")]
    [InlineData("[3]int{}[:]", "[]int")]
    [InlineData("unsafe.Slice(&names[0], 3)", "[]string")]
    [InlineData("complex(float32(1), 2)", "complex64")]
    [InlineData("Loop{}", "p.Loop")]
    [InlineData("missing.F()", "invalid type")]
    [InlineData("two().x", "invalid type")]
    public void An_expression_has_the_type_that_the_language_gives_it(string expression, string type) => Assert.Equal(type, Read(expression).Type);

    [Theory]
    [InlineData("type T T")]
    [InlineData("type T [len(x)]int; var x T")]
    [InlineData("const a = b; const b = a")]
    [InlineData("var a = b; var b = a")]
    [InlineData("type T interface{ T }")]
    [InlineData("type T[P T[P]] struct{}")]
    [InlineData("type A = B; type B = A")]
    [InlineData("type A struct{ B }; type B struct{ A }; var x = A{}.missing")]
    [InlineData("func f[T interface{ ~[]T }](x T) T; var x = f(nil)")]
    public void What_is_defined_by_itself_ends(string declarations)
    {
        var fixture = new BindingFixture("package p\n" + declarations.Replace("; ", "\n", System.StringComparison.Ordinal) + "\n");
        var types = Types(fixture);
        foreach (var item in fixture.Scope.Objects)
        {
            Assert.NotNull(types.Session.TypeOf(item).Underlying.ToString());
        }
    }

    [Fact]
    public void Instances_out_of_instances_are_followed_for_as_long_as_anybody_writes_them()
    {
        static string Steps(int count) => string.Concat(Enumerable.Repeat(".next", count));
        Assert.Equal("*p.Grow[" + string.Concat(Enumerable.Repeat("[]", 30)) + "int]", Read("Grow[int]{}" + Steps(30)).Type);
        Assert.Equal("int", Read("new(Tree[int])" + string.Concat(Enumerable.Repeat(".left", 45)) + ".value").Type);
        Assert.Equal("invalid type", Read("Grow[int]{}" + Steps(60)).Type);
    }

    [Fact]
    public void A_long_chain_of_operators_costs_no_stack()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("1", 2_000));
        Assert.Equal("2000", Read(sum).Value?.ToString());
        Assert.Equal("invalid type", Read(new string('(', 300) + "1" + new string(')', 300)).Type);
    }

    [Theory]
    [InlineData("386", 16, 4)]
    [InlineData("arm64", 24, 8)]
    public void Sizes_are_those_of_the_architecture(string goarch, int size, int alignment)
    {
        var fixture = new BindingFixture(Declarations);
        var session = new GoTypeSession(new Target { Goarch = goarch }, (_, _) => null);
        fixture.Scope.TryGet("S", out var s);
        Assert.Equal((size, alignment), ((int)session.Sizes.SizeOf(session.TypeOf(s!)), (int)session.Sizes.AlignOf(session.TypeOf(s!))));
    }

    private static (string Type, GoConstantValue? Value) Read(string expression)
    {
        var fixture = new BindingFixture(Declarations + "func test() {\n\tx := " + expression + "\n\t_ = x\n}\n");
        var types = Types(fixture);
        var nodes = BindingFixture.AllNodes(fixture.Package.GoFiles[0].Tree.Root).ToList();
        var use = nodes.Last(n => n.Kind == GoSyntaxKind.Identifier && n.Text == "x");
        var value = nodes.Where(n => n.Kind == GoSyntaxKind.AssignStmt).SkipLast(1).Last()[1][0];
        var variable = types.TypeOf(use).ToString();
        var typed = types.TypeOf(value);
        Assert.Equal(variable, (typed is GoBasicType basic ? basic.Default : typed).ToString());
        return (variable, types.ValueOf(value));
    }

    private static GoTypeBinding Types(BindingFixture fixture) => new(fixture.Binding, new GoTypeSession(new Target { Goarch = "amd64" }, (_, _) => null));
}
