using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>Keys of composite literals: fields or expressions.</summary>
public sealed class LiteralKeyTests
{
    [Fact]
    public void Keys_of_arrays_slices_and_maps_are_expressions() => BindingFixture.Check("""
        package p
        const k = 1
        type Names [3]string
        type Table = map[int]Names
        type P[T any] struct{ k T }
        type S struct { k int; m map[int]S }
        var _ = []int{k /*=p.k*/: 1}
        var _ = [...]int{k /*=p.k*/: 1}
        var _ = map[int]S{k /*=p.k*/: {k /*=member*/: k /*=p.k*/}}
        var _ = map[S]int{{k /*=member*/: 1}: k /*=p.k*/}
        var _ = map[Names]S{{k /*=p.k*/: ""}: {k /*=member*/: 1}}
        var _ = Names{k /*=p.k*/: ""}
        var _ = Table{k /*=p.k*/: {k /*=p.k*/: ""}}
        var _ = []*S{{k /*=member*/: 1, m /*=member*/: map[int]S{k /*=p.k*/: {k /*=member*/: 2}}}}
        var _ = P /*=p.P*/ [int]{k /*=member*/: k /*=p.k*/}
        var _ = struct{ k int }{k /*=member*/: func() int { return map[int]int{k /*=p.k*/: 2}[1] }()}
        var _ = Unknown /*=unresolved*/ {k /*=member*/: k /*=p.k*/}
        var _ = map[int]int{(k /*=p.k*/): 1}
        """);

    [Fact]
    public void Declared_types_are_followed_into_functions_and_packages() => BindingFixture.Check("""
        -- p/p.go --
        package p
        import "m/a"
        const k = 1
        var _ = a.Points{k /*=p.k*/: {X /*=member*/: 1}}
        var _ = a.Alias{k /*=p.k*/: 1}
        func g[T any]() {
        	k := 2
        	type L []struct{ k int }
        	_ = L{k /*=local k@7:2*/: {k /*=member*/: k /*=local k@7:2*/}}
        	type G [1]L
        	_ = G{k /*=local k@7:2*/: {k /*=local k@7:2*/: {k /*=member*/: 1}}}
        	_ = a.List[int]{k /*=local k@7:2*/: 1}
        }
        -- m/a/a.go --
        package a
        import "m/b"
        type Point struct{ X int }
        type Points []*Point
        type Alias = b.Map
        type List[E any] []E
        -- m/b/b.go --
        package b
        type Map map[int]int
        """);
}
