using System.Linq;
using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>What stands before the parentheses.</summary>
public sealed class CallTests
{
    [Fact]
    public void Calls_conversions_and_values_are_told_apart() => BindingFixture.Check("""
        package p
        type Fn func(int) int
        type Alias = func(int) int
        type T struct{ Fn; f []func() }
        func (T) M() {}
        func (*T) N() {}
        func F(x int) int
        func G[A, B any](a A) {}
        func g(t T, fs []func(), fp *func(), c chan func()) {
        	(F) /*call Function*/ (1)
        	((F)) /*call Function*/ (1)
        	Fn /*call Conversion*/ (F) /*call FunctionValueExpression*/ (1)
        	Alias /*call Conversion*/ (F)
        	[]byte /*call Conversion*/ ("")
        	(*T) /*call Conversion*/ (nil)
        	func() /*call Conversion*/ (nil)
        	(func()) /*call Conversion*/ (nil)
        	(chan int) /*call Conversion*/ (nil)
        	(<-chan int) /*call Conversion*/ (nil)
        	interface{} /*call Conversion*/ (1)
        	map[int]int /*call Conversion*/ (nil)
        	t.Fn /*call MethodOrField*/ (1)
        	T.M /*call MethodExpression*/ (t)
        	(*T).N /*call MethodExpression*/ (&t)
        	interface{ M() }.M /*call MethodExpression*/ (t)
        	G[int, string] /*call Function*/ (1)
        	G[int] /*call Function*/ (1)
        	fs[0] /*call FunctionValueExpression*/ ()
        	t.f[0] /*call FunctionValueExpression*/ ()
        	t.G[int] /*call MethodOrField*/ (1)
        	(*fp) /*call FunctionValueExpression*/ ()
        	(<-c) /*call FunctionValueExpression*/ ()
        	any(fs).(func()) /*call FunctionValueExpression*/ ()
        	func() {} /*call FunctionLiteral*/ ()
        	(func() {}) /*call FunctionLiteral*/ ()
        	missing[int] /*call Unresolved*/ (1)
        	defer F /*call Function*/ (1)
        	go t.M /*call MethodOrField*/ ()
        }
        """);

    [Fact]
    public void A_scope_lists_what_the_package_declares()
    {
        var fixture = new BindingFixture("""
            package p
            import _ "unsafe"
            //go:noescape
            //go:nosplit
            func Add(x, y int64) int64
            func Nop()
            func init() {}
            func V(a int, rest ...string) (x, y int) { return }
            func G[A, B any](A) {}
            type T[P any] struct{}
            func (t *T[P]) M() {}
            func (T[P]) N(int) {}
            var a, _ = 1, 2
            var a = 3
            //go:linkname local other/pkg.Target
            //go:linkname Nop
            //go:linknamestd std1 a.b
            """, skipBodies: true);
        var scope = fixture.Scope;
        Assert.Equal(["Add", "G", "Nop", "T", "V", "a"], scope.Objects.Select(o => o.Name));
        Assert.True(scope.TryGet("Add", out var add));
        Assert.False(add.HasBody);
        Assert.Equal(new GoFunctionShape(false, 2, 1, 0, false), add.Shape);
        Assert.Equal(["go:noescape", "go:nosplit"], add.Directives.Select(d => d.Name));
        Assert.True(scope.TryGet("Nop", out var nop) && nop.Shape.IsEmpty && nop.Directives.IsEmpty);
        Assert.True(scope.TryGet("V", out var v) && v.HasBody);
        Assert.Equal(new GoFunctionShape(false, 2, 2, 0, true), v.Shape);
        Assert.True(scope.TryGet("G", out var g));
        Assert.Equal(2, g.Shape.TypeParameterCount);
        Assert.Equal(["T.M True", "T.N False"], scope.Methods.Select(m => m.ReceiverTypeName + "." + m.Name + " " + m.IsPointerReceiver));
        Assert.Equal(["local other/pkg.Target False", "Nop  False", "std1 a.b True"],
            scope.Linknames.Select(l => l.LocalName + " " + l.Target + " " + l.IsStdOnly));
        Assert.Equal(2, scope.Declarations.Count(d => d.Name == "a"));
    }

    [Fact]
    public void Functions_are_named_as_the_toolchain_names_them()
    {
        var fixture = new BindingFixture("""
            package p
            type T struct{}
            var x = func() {}
            func init() {}
            func init() { func() {}() }
            func (t *T) M() {
            	func() { func() {}(); func() {}() }()
            	func() {}()
            }
            func (T) N() {}
            func F() {}
            var y = func() { func() {}() }
            """);
        var functions = BindingFixture.AllNodes(fixture.Package.GoFiles[0].Tree.Root)
            .Where(n => n.Kind is GoSyntaxKind.FuncDecl or GoSyntaxKind.FuncLiteral)
            .OrderBy(n => n.Span.Start)
            .Select(fixture.Binding.FunctionName);
        Assert.Equal(
            ["p.init.func1", "p.init.0", "p.init.1", "p.init.1.func1", "(*p.T).M", "(*p.T).M.func1", "(*p.T).M.func1.1",
             "(*p.T).M.func1.2", "(*p.T).M.func2", "(p.T).N", "p.F", "p.init.func2", "p.init.func2.1"],
            functions);
    }

    [Fact]
    public void A_broken_file_still_binds_what_can_be_read()
    {
        var fixture = new BindingFixture("""
            package p
            func F() {}
            func g( { x := ; F(; if { y := F; for range { switch { case } }
            type T struct { F( }
            var a = T{F: , : 3}
            func h() { F() ; a. }
            func (
            """);
        Assert.NotEmpty(fixture.Package.GoFiles[0].Tree.Diagnostics);
        foreach (var node in BindingFixture.AllNodes(fixture.Package.GoFiles[0].Tree.Root))
        {
            fixture.Binding.Resolve(node);
            fixture.Binding.DeclaredBy(node);
            if (node.Kind == GoSyntaxKind.Call)
            {
                fixture.Binding.ClassifyCall(node);
            }
        }
    }

    [Theory]
    [InlineData("func() {", "}()")]
    [InlineData("{", "}")]
    [InlineData("if x := f; true {", "}")]
    [InlineData("_ = [][]int{", "}")]
    [InlineData("_ = (", ")")]
    public void Nesting_as_deep_as_the_parser_takes_it_is_bound(string open, string close)
    {
        const int Depth = 5_000;
        var body = string.Concat(Enumerable.Repeat(open, Depth)) + "f" + string.Concat(Enumerable.Repeat(close, Depth));
        var fixture = new BindingFixture("package p\nfunc f() {\n" + body + "\n}\n");
        Assert.NotNull(fixture.Binding.Unresolved.ToString());
    }

    [Fact]
    public void A_long_chain_of_else_if_costs_no_stack()
    {
        var chain = string.Concat(Enumerable.Range(0, 900).Select(i => "if x := f; true { _ = x } else "));
        var fixture = new BindingFixture("package p\nfunc f() {\n" + chain + "{ f() }\n}\n");
        Assert.Equal(901, fixture.Binding.Uses().Count(u => u.Object.Name == "f"));
    }
}
