using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Conventions.Tests.Layout;

public sealed class SignatureTextTests
{
    private static readonly Target Amd64 = new() { Goarch = "amd64" };

    [Theory]
    [InlineData("func(a int, b string) (r bool)", "a b -> r")]
    [InlineData(" func ( int , string ) bool ", "arg arg1 -> ret")]
    [InlineData("func(_, x int)", "_ x ->")]
    [InlineData("method (t *T) func(x int)", "t x ->")]
    [InlineData("method (*T) func() (int, error)", "recv -> ret ret1")]
    [InlineData("method(t T)func()", "t ->")]
    [InlineData("func (t *T) M(x ...int) error", "t x -> ret")]
    [InlineData("func f(x struct{ a, b int }, f func(int) int)", "x f ->")]
    public void A_signature_is_read_in_all_its_forms(string signature, string names)
    {
        var layout = Signatures.Layout(signature, "type T struct{}", Amd64);
        Assert.Equal(names, (string.Join(' ', layout.Parameters.Select(static p => p.AssemblyName)) + " -> " + string.Join(' ', layout.Results.Select(static p => p.AssemblyName))).TrimEnd());
    }

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("int", "1:1")]
    [InlineData("func(a int", "1:11")]
    [InlineData("func(a int) (r", "1:15")]
    [InlineData("func(a int,, b int)", "1:12")]
    [InlineData("method func(a int)", "1:8")]
    [InlineData("method (t *T)", "1:14")]
    [InlineData("func(a int); type X int", "1:1")]
    public void A_bad_signature_is_an_error_at_its_place(string signature, string place)
    {
        var text = Signatures.Read(signature, "type T struct{}", Amd64);
        Assert.Null(text.Function);
        Assert.Equal(place, text.Diagnostics[0].Location!.Value.Start.ToString());
    }

    [Theory]
    [InlineData("type T struct{ a int\n  b }}", "2:6")]
    [InlineData("package q\ntype T 7", "2:8")]
    public void Bad_declarations_are_an_error_at_their_place(string declarations, string place)
    {
        var text = Signatures.Read("func(t T)", declarations, Amd64);
        Assert.Null(text.Function);
        Assert.Equal(("decls.go", place), (text.Diagnostics[0].Location!.Value.File.Path, text.Diagnostics[0].Location!.Value.Start.ToString()));
    }

    [Theory]
    [InlineData("func(a Missing)", "")]
    [InlineData("func(a [n]int)", "")]
    [InlineData("func(a T)", "type T T")]
    [InlineData("func(a T)", "type T struct{ t T }")]
    [InlineData("func(a T[int])", "type T[P any] struct{ t *T[P]; p [1 << 40][1 << 40]P }")]
    [InlineData("func(a T[int])", "type T[P any] struct{ t *T[T[P]]; n T[T[P]] }")]
    public void A_value_whose_size_is_not_known_is_an_error_at_its_place(string signature, string declarations)
    {
        var text = Signatures.Read(signature, declarations, Amd64);
        Assert.Null(text.Function);
        Assert.Equal("1:8", text.Diagnostics.Single().Location!.Value.Start.ToString());
    }

    [Theory]
    [InlineData("method (t Nothing) func()", "1:11")]
    [InlineData("func(a, b int) (x, y Nothing)", "1:22")]
    [InlineData("func (t T) M(a int) Nothing", "1:21")]
    [InlineData("func F[P any](a int, p P)", "1:24")]
    public void Every_list_is_looked_at(string signature, string place) =>
        Assert.Equal(place, Signatures.Read(signature, "type T int", Amd64).Diagnostics.Single().Location!.Value.Start.ToString());

    [Fact]
    public void Other_names_of_types_are_kept()
    {
        var layout = Signatures.Layout("func(a byte, b []rune, c any, d *[2]byte, e interface{}, f ...byte)", "", Amd64);
        Assert.Equal("byte, []rune, any, *[2]byte, interface {}, []byte", string.Join(", ", layout.Parameters.Select(static p => p.TypeName)));
        Assert.Equal("byte", layout.Parameters[0].Parts.Single().Type);
    }

    [Fact]
    public void What_is_only_pointed_to_needs_no_declaration() =>
        Assert.Equal("AX", Signatures.Layout("func(a *Missing)", "", Amd64).Parameters[0].Registers.Single().Register.Name);

    [Fact]
    public void Words_have_the_names_of_asmdecl()
    {
        var layout = Signatures.Layout("func(s string, b []byte, e error, i any, c complex64, t T, a [2]int16)", "type T struct{ x int8; in struct{ p *int } }", Amd64);
        var names = layout.Parameters.SelectMany(static v => v.Parts.Select(p => v.AssemblyName + p.Suffix + "+" + (v.Abi0Offset + p.Offset)));
        Assert.Equal(
            "s_base+0 s_len+8 b_base+16 b_len+24 b_cap+32 e_itable+40 e_data+48 i_type+56 i_data+64 c_real+72 c_imag+76 t_x+80 t_in_p+88 a_0+96 a_1+98",
            string.Join(' ', names));
    }

    [Fact]
    public void Long_arrays_are_not_taken_apart()
    {
        var value = Signatures.Layout("func(a [1 << 40]int)", "", Amd64).Parameters[0];
        Assert.Equal((8L << 40, 0L, false), (value.Size, value.StackOffset!.Value, value.HasAllParts));
    }
}
