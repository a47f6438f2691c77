using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.CallSites;

public sealed class GoCallSiteTests
{
    private const string Assembly = """
        #include "textflag.h"
        TEXT ·Add(SB), NOSPLIT, $0-24
        	RET
        TEXT ·Nop(SB), NOSPLIT, $0-0
        	RET

        """;

    private const string Declarations = """
        package a
        func Add(x, y int64) int64
        func Nop()
        func GoPlain() {}

        """;

    [Fact]
    public void Direct_calls_have_the_language_of_the_callee() => Check("""
        func direct() {
        	Add(1, 2) //= 3 m/a.Add
        	(Add)(1, 2) //= 3 m/a.Add
        	((GoPlain))() //= 1 m/a.GoPlain
        	Add( //= 3 m/a.Add
        		1,
        		Add(1, 2)) //= 3 m/a.Add
        	func() int64 { return Add(1, 2) }() //= 3 m/a.Add; 1 m/a.direct.func1
        	_ = int64(1)
        	println(len("x"))
        }
        """);

    [Fact]
    public void A_func_value_that_holds_assembly_is_called_through_its_wrapper() => Check("""
        type Fn func(x, y int64) int64
        type Alias = func(x, y int64) int64
        func values() {
        	f := Add
        	f(3, 4) //= 4 m/a.Add wrapped
        	Fn(Add)(1, 2) //= 4 m/a.Add wrapped
        	Alias(Add)(1, 2) //= 4 m/a.Add wrapped
        	var g func(x, y int64) int64 = Add
        	if f == nil {
        		g = f
        	}
        	g(1, 2) //= 4 m/a.Add wrapped
        	h := GoPlain
        	h() //= 2 m/a.GoPlain
        }
        func either(b bool) {
        	f := Nop
        	if b {
        		f = GoPlain
        	}
        	f() //= 2 m/a.GoPlain May; 4 m/a.Nop wrapped May
        }
        func parameter(f func()) {
        	f() //= 2 ? Unknown
        }
        """);

    [Fact]
    public void Bare_defer_and_go_take_the_wrapper_and_others_do_not() => Check("""
        func deferred() {
        	defer Nop() //= 4 m/a.Nop relation=BareDefer kind=Defer wrapped
        	defer (Nop)() //= 4 m/a.Nop relation=BareDefer kind=Defer wrapped
        	go Nop() //= 4 m/a.Nop kind=Go wrapped
        	defer Add(1, 2) //= 3 m/a.Add kind=Defer
        	go Add(1, 2) //= 3 m/a.Add kind=Go
        	defer GoPlain() //= 1 m/a.GoPlain kind=Defer
        }
        """);

    [Fact]
    public void Shadowed_names_are_not_the_function() => Check("""
        type T struct{ Add func(x, y int64) int64 }
        func shadow(Add func(x, y int64) int64, t T) {
        	Add(1, 2) //= 2 ? Unknown
        	t.Add(1, 2) //= 2 ? Unknown
        	{
        		Nop := Nop
        		Nop() //= 4 m/a.Nop wrapped
        	}
        	Nop() //= 3 m/a.Nop
        }
        """);

    [Fact]
    public void Methods_are_found_through_types() => Check("""
        type T struct{ n int }
        func (t T) Value() int { return t.n }
        func (t *T) Pointer() *T { return t }
        type Outer struct{ *T; I }
        type I interface{ Find() []T }
        type List[E any] struct{ items []E }
        func (l *List[E]) First() E { return l.items[0] }
        func Map[E, R any](in []E, f func(E) R) []R { return nil }
        func methods(o Outer, i I, l List[T], any interface{}) {
        	o.Value() //= 1 (m/a.T).Value
        	o.Pointer().Pointer().Value() //= 1 (*m/a.T).Pointer; 1 (*m/a.T).Pointer; 1 (m/a.T).Value
        	o.Find()[0].Value() //= 2 (m/a.I).Find Unknown; 1 (m/a.T).Value
        	l.First().Value() //= 1 (*m/a.List).First; 1 (m/a.T).Value
        	T.Value(T{}) //= 1 (m/a.T).Value
        	(*T).Pointer(nil) //= 1 (*m/a.T).Pointer
        	I.Find(i) //= 2 (m/a.I).Find Unknown
        	for _, x := range i.Find() { //= 2 (m/a.I).Find Unknown
        		x.Value() //= 1 (m/a.T).Value
        	}
        	if t, ok := any.(*T); ok {
        		t.Pointer() //= 1 (*m/a.T).Pointer
        	}
        	Map([]T{}, func(t T) *T { return &t })[0].Pointer() //= 1 m/a.Map; 1 (*m/a.T).Pointer
        	[]func(){GoPlain}[0]() //= 2 ? Unknown
        }
        """);

    [Fact]
    public void A_method_that_assembly_defines_takes_its_arguments_on_the_stack() => CallSiteModule.Check(
        "386",
        new GoVersion(24),
        ("/m/go.mod", "module m\n\ngo 1.16\n"),
        ("/m/a/a.go", """
            package a
            type T struct{}
            func (T) M(x int32)
            func f(t T) {
            	t.M(1) //= 3 (m/a.T).M
            }

            """),
        ("/m/a/a_386.s", "#include \"textflag.h\"\nTEXT ·T·M(SB), NOSPLIT, $0-4\n\tRET\n"));

    [Fact]
    public void What_is_not_at_hand_is_unknown_and_nothing_else() => CallSiteModule.Check(
        "amd64",
        new GoVersion(24),
        ("/m/go.mod", "module m\n\ngo 1.16\n"),
        ("/m/a/a.go", """
            package a
            import "example.com/missing"
            type T struct{ missing.Embedded; x missing.X }
            func (T) Own() missing.Y { return nil }
            func f(t T) {
            	t.Own() //= 1 (m/a.T).Own
            	t.Own().M() //= 1 (m/a.T).Own; - ? Unknown
            	t.x.M() //= - ? Unknown
            	t.Promoted() //= - ? Unknown
            }

            """));

    [Fact]
    public void Another_package_calls_assembly_by_any_of_its_names() => CallSiteModule.Check(
        "amd64",
        new GoVersion(24),
        ("/m/go.mod", "module m\n\ngo 1.16\n"),
        ("/m/a/a.go", Declarations),
        ("/m/a/a_amd64.s", Assembly),
        ("/m/b/b.go", """
            package b
            import "m/a"
            import other "m/a"
            import . "m/a"
            func uses() {
            	a.Add(1, 2) //= 3 m/a.Add
            	other.Nop() //= 3 m/a.Nop
            	Nop() //= 3 m/a.Nop
            	f := a.Nop
            	f() //= 4 m/a.Nop wrapped
            	a.GoPlain() //= 1 m/a.GoPlain
            }

            """));

    [Fact]
    public void A_linkname_pull_of_assembly_goes_through_the_wrapper() => CallSiteModule.Check(
        "amd64",
        new GoVersion(24),
        ("/m/go.mod", "module m\n\ngo 1.16\n"),
        ("/m/a/a.go", Declarations),
        ("/m/a/a_amd64.s", Assembly),
        ("/m/b/b.s", ""),
        ("/m/b/b.go", """
            package b
            import _ "unsafe"
            import _ "m/a"
            //go:linkname pulled m/a.Nop
            func pulled()
            //go:linkname plain m/a.GoPlain
            func plain()
            func uses() {
            	pulled() //= - m/b.pulled relation=LinknamePull wrapped
            	plain() //= 1 m/b.plain
            }

            """));

    [Fact]
    public void A_function_is_classified_for_each_architecture_by_itself()
    {
        var files = new[]
        {
            ("/m/go.mod", "module m\n\ngo 1.16\n"),
            ("/m/a/a_decl.go", "//go:build amd64\npackage a\nfunc Nop()\n"),
            ("/m/a/a_amd64.s", "TEXT ·Nop(SB), 4, $0-0\n\tRET\n"),
            ("/m/a/a_generic.go", "//go:build !amd64\npackage a\nfunc Nop() {}\n"),
        };
        CallSiteModule.Check("amd64", new GoVersion(24), [.. files, ("/m/a/a.go", "package a\nfunc f() {\n\tNop() //= 3 m/a.Nop\n}\n")]);
        CallSiteModule.Check("arm64", new GoVersion(24), [.. files, ("/m/a/a.go", "package a\nfunc f() {\n\tNop() //= 1 m/a.Nop\n}\n")]);
    }

    [Fact]
    public void Where_there_are_no_wrappers_none_is_named()
    {
        CallSiteModule.Check(
            "386",
            new GoVersion(24),
            ("/m/go.mod", "module m\n"),
            ("/m/a/a.s", "TEXT ·Nop(SB), 4, $0-0\n\tCALL ·GoPlain(SB) //= 6 m/a.GoPlain\n\tRET\n"),
            ("/m/a/a.go", "package a\nfunc Nop()\nfunc GoPlain() {}\nfunc f() {\n\tg := Nop\n\tg() //= 4 m/a.Nop\n}\n"));
    }

    private static void Check(string code) => CallSiteModule.Check(
        "amd64",
        new GoVersion(24),
        ("/m/go.mod", "module m\n\ngo 1.16\n"),
        ("/m/a/a.go", Declarations + code + "\n"),
        ("/m/a/a_amd64.s", Assembly));
}
