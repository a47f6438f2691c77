using System;
using System.Buffers.Binary;
using GoAbi.Source;
using GoAbi.Testing.Readers;
using Xunit;

namespace GoAbi.Runtime.Tests;

public sealed class GeneratedCodeTests
{
    [Fact]
    public void Places_are_those_of_the_layout()
    {
        var code = GeneratedCode.Of(
            "func (t *T) do_it(a int8, s string, z [2]int16, f float64, b bool, x float32) (T, error)", "type T struct {\n\tn uint16\n\tq complex64\n\t_, _ int32\n}", new Target { Goarch = "amd64" });
        Assert.Equal("t AX, a BX, s CX+DI, z stack+0, f X0, b SI, x X1", code.Places("DoIt"));
        Assert.Equal("ret AX+X0+X1+BX+CX, ret1 DI+SI", code.Places("DoIt+Results"));
    }

    // A type can't have a member of its own name.
    [Theory]
    [InlineData("Read")]
    [InlineData("Equals")]
    public void Functions_can_be_named_like_methods(string name) => Assert.Equal("b AX", GeneratedCode.Of("func " + name + "(b bool)", "", new Target { Goarch = "amd64" }).Places(name + "_2"));

    // 1.16 has everything on the stack, and s390x the high byte first.
    [Theory]
    [InlineData("amd64", 16, 8)]
    [InlineData("s390x", 24, 8)]
    [InlineData("386", 24, 4)]
    [InlineData("mips", 24, 4)]
    public void The_stack_is_read_in_the_byte_order_of_the_machine(string goarch, int minor, int argumentBase)
    {
        var code = GeneratedCode.Of("func(a int32, b float32)", "", new Target { Goarch = goarch, Toolchain = new GoVersion(minor) });
        var stack = new byte[8];
        if (goarch is "s390x" or "mips")
        {
            BinaryPrimitives.WriteInt32BigEndian(stack, -2);
            BinaryPrimitives.WriteSingleBigEndian(stack.AsSpan(4), 2.5f);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(stack, -2);
            BinaryPrimitives.WriteSingleLittleEndian(stack.AsSpan(4), 2.5f);
        }

        // The stack pointers' numbers: SP of amd64 and 386, R15, R29.
        var registers = new NumberedRegisters { [7] = 64, [4] = 64, [15] = 64, [29] = 64 };
        Assert.Equal("GoFunc { A = -2, B = 2.5 }", code.Read("GoFunc", registers, new RunOfMemory((ulong)(64 + argumentBase), stack)));
    }

    // A register of 64 bits has a float32 in its high half on s390x, and as a float64 on ppc64.
    [Theory]
    [InlineData("arm64", 64, 0xffffffff3fc00000)]
    [InlineData("s390x", 16, 0x3fc00000ffffffff)]
    [InlineData("ppc64le", 33, 0x3ff8000000000000)]
    public void A_float32_is_where_the_machine_keeps_it(string goarch, int number, ulong bits)
    {
        var code = GeneratedCode.Of("func(a float32)", "", new Target { Goarch = goarch });
        Assert.Equal("GoFunc { A = 1.5 }", code.Read("GoFunc", new NumberedRegisters { [number] = bits }, new RunOfMemory(0, [])));
    }

    // It is not read until somebody asks.
    [Fact]
    public void A_long_value_says_where_it_is()
    {
        var code = GeneratedCode.Of("func(a int8, b [100]byte, c [3]byte)", "", new Target { Goarch = "amd64" });
        var memory = new RunOfMemory(172, [7, 8, 9]);
        Assert.Equal(
            "GoFunc { A = 5, B = GoBlock { Address = 72, Size = 100 }, C = Uint8Array3 { Item0 = 7, Item1 = 8, Item2 = 9 } }",
            code.Read("GoFunc", new NumberedRegisters { [Amd64Register.AX] = 5, [Amd64Register.SP] = 64 }, memory));
        Assert.False(new GoBlock(72, 100).TryRead(memory, 0, new byte[1]));
    }

    [Fact]
    public void What_can_not_be_read_is_not_made_up()
    {
        var code = GeneratedCode.Of("func(a [2]int8)", "", new Target { Goarch = "amd64" });
        Assert.Equal("", code.Read("GoFunc", new NumberedRegisters { [Amd64Register.SP] = 64 }, new RunOfMemory(0, [])));
        Assert.Equal("", code.Read("GoFunc", new NumberedRegisters(), new RunOfMemory(72, [1, 2])));
        Assert.NotEqual("", code.Read("GoFunc", new NumberedRegisters { [Amd64Register.SP] = 64 }, new RunOfMemory(72, [1, 2])));
    }
}
