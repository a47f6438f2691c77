using System.Linq;
using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>Blocks and the places where scopes begin (Go spec, "Declarations and scope").</summary>
public sealed class ScopeTests
{
    [Fact]
    public void The_right_side_of_a_short_declaration_sees_the_outer_name() => BindingFixture.Check("""
        package p
        func F()
        func g() {
        	F := F /*=p.F*/
        	F /*=local F@4:2*/ /*call Variable*/ ()
        }
        """);

    [Fact]
    public void Short_declarations_declare_new_names_of_their_block_only() => BindingFixture.Check("""
        package p
        func g(a int) (b int) {
        	a /*=local a@2:8*/, c := 1, 2
        	b /*=local b@2:16*/, c /*=local c@3:22*/ = 1, 2
        	{
        		a, d := a /*=local a@2:8*/, c
        		_, _ = a /*=local a@6:3*/, d
        	}
        	return a /*=local a@2:8*/
        }
        """);

    [Fact]
    public void A_variable_counts_from_after_its_spec_and_a_type_from_its_name() => BindingFixture.Check("""
        package p
        type T int
        const x = 1
        func g() {
        	var x = x /*=p.x*/
        	const y, T2 = x /*=local x@5:6*/, 2
        	type T struct { next *T /*=local T@7:7*/ }
        	var (
        		a = 1
        		b = a /*=local a@9:3*/
        	)
        	_, _ = b, y
        }
        """);

    [Fact]
    public void Parameters_results_and_receiver_shadow_in_the_body_but_not_in_the_signature() => BindingFixture.Check("""
        package p
        type a int
        type R struct{}
        func (R R /*=p.R*/) m(a a /*=p.a*/, f func(a /*=p.a*/)) (r a /*=p.a*/) {
        	f /*=local f@4:37*/ /*call Variable*/ (a /*=local a@4:23*/)
        	_ = R /*=local R@4:7*/
        	return
        }
        """);

    [Fact]
    public void If_switch_for_and_range_open_blocks_of_their_own() => BindingFixture.Check("""
        package p
        var x, xs = 1, []int{}
        func g() {
        	if x := x /*=p.x*/; x /*=local x@4:5*/ > 0 {
        		x := x /*=local x@4:5*/
        		_ = x
        	} else if y := x /*=local x@4:5*/; y > 0 {
        		_ = y
        	} else {
        		_, _ = x /*=local x@4:5*/, y /*=local y@7:12*/
        	}
        	for x := x /*=p.x*/; x < 3; x /*=local x@12:6*/ ++ {
        		x := x /*=local x@12:6*/
        		_ = x
        	}
        	for i, xs := range xs /*=p.xs*/ {
        		_, _ = i /*=local i@16:6*/, xs /*=local xs@16:9*/
        	}
        	var k int
        	for k /*=local k@19:6*/ = range xs /*=p.xs*/ {
        	}
        	switch x := x /*=p.x*/; x {
        	case 1:
        		x := x /*=local x@22:9*/
        		_ = x /*=local x@24:3*/
        	default:
        		_ = x /*=local x@22:9*/
        	}
        	_ = x /*=p.x*/
        }
        """);

    [Fact]
    public void A_type_switch_declares_its_symbol_in_each_clause()
    {
        var binding = BindingFixture.Check("""
            package p
            func g(x any) {
            	switch x := x /*=local x@2:8*/ .(type) {
            	case int:
            		_ = x /*=local x@3:9*/
            	case string, func(x /*=none*/ int):
            		x, y := x /*=local x@3:9*/, 1 // one block: x is assigned to
            		_, _ = x /*=local x@3:9*/, y
            		{
            			x := x /*=local x@3:9*/
            			_ = x /*=local x@10:4*/
            		}
            	}
            	_ = x /*=local x@2:8*/
            }
            """);
        var symbols = binding.Uses().Where(u => u.Object.IsTypeSwitchSymbol).Select(u => u.Object).ToList();
        Assert.Equal(2, symbols.Distinct().Count());
        Assert.All(symbols, s => Assert.Equal(GoSyntaxKind.CaseClause, s.DeclaringNode.Kind));
    }

    [Fact]
    public void A_select_case_is_a_block() => BindingFixture.Check("""
        package p
        var c chan int
        func g() {
        	select {
        	case v, ok := <-c /*=p.c*/:
        		_, _ = v /*=local v@5:7*/, ok /*=local ok@5:10*/
        	case c /*=p.c*/ <- 1:
        	}
        	_ = v /*=unresolved*/
        }
        """);

    [Fact]
    public void Labels_have_a_namespace_of_their_own_for_each_function() => BindingFixture.Check("""
        package p
        func g(L int) {
        	goto L /*=label L@4:1*/
        L:
        	for {
        		func() {
        		L:
        			for { continue L /*=label L@7:3*/ }
        		}()
        		break L /*=label L@4:1*/
        	}
        	_ = L /*=local L@2:8*/
        	func() { goto Missing /*=unresolved*/ }()
        }
        """);

    [Fact]
    public void Thousands_of_labels_cost_no_more_than_a_few()
    {
        var body = string.Concat(Enumerable.Range(0, 20_000).Select(i => "goto L" + i + "\nL" + i + ":\n"));
        var fixture = new BindingFixture("package p\nfunc g() {\n" + body + "}\n");
        Assert.Equal(20_000, fixture.Binding.Uses().Count(u => u.Object.Kind == GoObjectKind.Label && u.Object.Name == u.Node.Text));
    }

    [Fact]
    public void Closures_capture_and_shadow() => BindingFixture.Check("""
        package p
        func F() {}
        func g() {
        	x := 1
        	f := func(F func()) int {
        		F /*=local F@5:12*/ /*call Variable*/ ()
        		return x /*=local x@4:2*/
        	}
        	F /*=p.F*/ /*call Function*/ ()
        	func() { F /*call Function*/ () } /*call FunctionLiteral*/ ()
        	_ = f
        }
        """);

    [Fact]
    public void Type_parameters_are_in_scope_in_constraints_signature_and_body() => BindingFixture.Check("""
        package p
        type K int
        type M[K comparable, V ~[]K /*=local K@3:8*/] map[K /*=local K@3:8*/]V /*=local V@3:22*/
        func f[S ~[]E /*=local E@4:15*/, E any](s S /*=local S@4:8*/) E {
        	var e E /*=local E@4:34*/
        	return E /*=local E@4:34*/ /*call Conversion*/ (e)
        }
        func (m *M /*=p.M*/ [K, V]) get(k K /*=local K@8:22*/) V /*=local V@8:25*/ { return m[k] }
        var _ K /*=p.K*/
        """.Replace("E /*=local E@4:15*/", "E /*=local E@4:34*/", System.StringComparison.Ordinal));

    [Fact]
    public void Init_is_declared_often_and_never_found() => BindingFixture.Check("""
        package p
        func init() {}
        func init() { init /*=unresolved*/ /*call Unresolved*/ () }
        func _() {}
        func g() {
        	init := func() {}
        	init /*=local init@6:2*/ ()
        	_ /*=none*/ = init
        }
        """);

    [Fact]
    public void Fields_methods_and_their_names_are_no_references() => BindingFixture.Check("""
        package p
        type F struct{}
        type T struct {
        	F /*=p.F*/
        	g, F2 /*=none*/ int
        	h func(F /*=none*/ int) (r /*=none*/ F /*=p.F*/)
        }
        type I interface {
        	F /*=none*/ (T /*=p.T*/) error /*=universe error*/
        	interface{ F() }
        }
        func (t T) F /*=none*/ () { t /*=local t@12:7*/ .F /*=member*/ /*call MethodOrField*/ () }
        """);

    [Fact]
    public void Predeclared_names_come_with_the_toolchain_and_can_be_shadowed()
    {
        BindingFixture.Check("""
            package p
            func g(len int) {
            	_ = len /*=local len@2:8*/ + cap /*=universe cap*/ /*call Builtin*/ (nil /*=universe nil*/)
            	min /*=universe min*/ /*call Builtin*/ (1, 2)
            	var _ any /*=universe any*/
            	const _ = iota /*=universe iota*/
            }
            """);
        BindingFixture.Check("""
            package p
            func g() {
            	min /*=unresolved*/ (1, 2)
            	var _ any /*=unresolved*/
            }
            """, toolchain: 17);
    }
}
