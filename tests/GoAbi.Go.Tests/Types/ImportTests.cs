using System.Linq;
using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>What imports bring into a file's block.</summary>
public sealed class ImportTests
{
    private const string Other = """

        -- m/a/a.go --
        package a
        type T int
        func (T) M() {}
        func Add(x, y int64) int64
        func hidden()
        var V = Add
        -- gopkg.in/yaml.v3/y.go --
        package yaml
        func Load() {}
        -- m/lib/v2/l.go --
        package other
        func F() {}

        """;

    [Fact]
    public void Names_come_from_the_package_clause() => BindingFixture.Check("""
        -- p/p.go --
        package p
        import (
        	"gopkg.in/yaml.v3"
        	"m/lib/v2"
        	b "m/a"
        )
        func g() {
        	yaml /*=package gopkg.in/yaml.v3*/ .Load /*=gopkg.in/yaml.v3.Load*/ /*call Function*/ ()
        	other /*=package m/lib/v2*/ .F /*=m/lib/v2.F*/ ()
        	lib /*=unresolved*/ .F /*=unresolved*/ /*call Unresolved*/ ()
        	b.Add /*=m/a.Add*/ /*call Function*/ (1, 2)
        	(b.Add) /*call Function*/ (1, 2)
        	b.V /*call Variable*/ (1, 2)
        	b.T /*=m/a.T*/ /*call Conversion*/ (1)
        	b.T.M /*=member*/ /*call MethodExpression*/ (1)
        	(*b.T).M /*call MethodExpression*/ (nil)
        	b.hidden /*=unresolved*/ ()
        	b.Missing /*=unresolved*/ /*call Unresolved*/ ()
        }
        """ + Other);

    [Fact]
    public void A_dot_import_is_of_one_file_and_inner_scopes_shadow_it() => BindingFixture.Check("""
        -- p/p.go --
        package p
        import . "m/a"
        func g(T func()) {
        	Add /*=m/a.Add*/ /*call Function*/ (1, 2)
        	T /*=local T@3:8*/ /*call Variable*/ ()
        	hidden /*=unresolved*/ ()
        	{
        		Add := Add /*=m/a.Add*/
        		Add /*call Variable*/ (1, 2)
        	}
        }
        -- p/q.go --
        package p
        import _ "m/a"
        var _ = Add /*=unresolved*/
        """ + Other);

    [Fact]
    public void A_variable_shadows_an_import() => BindingFixture.Check("""
        -- p/p.go --
        package p
        import "m/a"
        type C struct{ Add func(int64, int64) int64 }
        func g(a C) {
        	a /*=local a@4:8*/ .Add /*=member*/ /*call MethodOrField*/ (1, 2)
        }
        var _ = a /*=package m/a*/ .Add
        """ + Other);

    [Fact]
    public void A_guessed_name_counts_only_where_nothing_else_has_it()
    {
        var binding = BindingFixture.Check("""
            -- p/p.go --
            package p
            import (
            	"x/go-ini"
            	"x/yaml.v2"
            	"x/util/v3"
            	"y/same"
            	"z/same"
            	"x/taken"
            	"x/error"
            )
            func taken() {}
            func g() {
            	ini /*=guess x/go-ini*/ .F /*=unresolved*/ ()
            	yaml /*=guess x/yaml.v2*/ .F ()
            	util /*=guess x/util/v3*/ .F ()
            	same /*=unresolved*/ .F ()
            	taken /*=p.taken*/ ()
            	var _ error /*=universe error*/
            }
            """);
        Assert.Equal(4, binding.Unresolved.Length);
        Assert.Contains(binding.Unresolved, d => d.Message.Contains("x/go-ini", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Unsafe_and_C_are_known_without_source() => Assert.Empty(BindingFixture.Check("""
        package p
        import "C"
        import "unsafe"
        func g(x int) {
        	_ = unsafe.Pointer /*=unsafe.Pointer*/ /*call Conversion*/ (nil)
        	_ = unsafe.Sizeof /*=unsafe.Sizeof*/ /*call Builtin*/ (x)
        	C /*=package C*/ .f /*call Cgo*/ (C.int /*call Conversion*/ (x))
        }
        """).Unresolved);

    [Fact]
    public void All_files_of_a_package_have_one_scope() => BindingFixture.Check("""
        -- p/p.go --
        package p
        func g() { h /*=p.h*/ /*call Function*/ () }
        -- p/q.go --
        package p
        func h() { g /*=p.g*/ () }
        """);

    [Fact]
    public void Uses_finds_the_uses_of_an_object()
    {
        var fixture = new BindingFixture("""
            -- p/p.go --
            package p
            import "m/a"
            func f(x int) { _ = x; a.Add(1, 2); g() }
            -- p/q.go --
            package p
            import . "m/a"
            func g() { f(1); f(2); Add(1, 2) }
            """ + Other);
        Assert.True(fixture.Scope.TryGet("f", out var f));
        Assert.Equal(["p/q.go:3:12", "p/q.go:3:18"], fixture.Binding.Uses(f).Select(u => u.Node.Location.ToString()));
        var add = fixture.Binding.Uses().First(u => u.Object.Name == "Add").Object;
        Assert.Equal(["p/p.go:3:26", "p/q.go:3:24"], fixture.Binding.Uses(add).Select(u => u.Node.Location.ToString()));
        var x = fixture.Binding.Uses().First(u => u.Object.Name == "x").Object;
        Assert.True(x.IsParameter);
        Assert.Single(fixture.Binding.Uses(x));
    }
}
