using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Runtime.Tests;

public sealed class GeneratedCodeTests
{
    private const string Signature = "func (t *T) Do(a int8, s string, z [2]int16, f float64, b bool, x float32) (T, error)";
    private const string Declarations = "type T struct {\n\tn uint16\n\tq complex64\n\t_, _ int32\n}";

    [Fact]
    public void Values_come_from_registers_and_the_stack()
    {
        var code = GeneratedCode.Of(Signature, Declarations, new Target { Goarch = "amd64" });
        var registers = new Registers
        {
            ["AX"] = 0x1000, ["BX"] = 0xfffffffffffffff7, ["CX"] = 0x2000, ["DI"] = 5, ["SI"] = 0xab01, ["SP"] = 0x7000,
            ["X0"] = BitConverter.DoubleToUInt64Bits(1.5), ["X1"] = BitConverter.SingleToUInt32Bits(-0.25f),
        };
        var memory = new Memory(0x7008, [1, 2, 0xff, 0xff]);
        Assert.Equal(["T=4096", "A=-9", "SBase=8192", "SLen=5", "Z0=513", "Z1=-1", "F=1.5", "B=True", "X=-0.25"], code.Read("DoArguments", registers, memory));
        Assert.Equal("t AX, a BX, s.ptr CX, s.len DI, z[0] stack+0, z[1] stack+2, f X0, b SI, x X1", string.Join(", ", code.Places("DoArguments")));
        Assert.Equal("ret.n AX, ret.q.real X0, ret.q.imag X1, ret._ BX, ret._ CX, ret1.itab DI, ret1.data SI", string.Join(", ", code.Places("DoResults")));
    }

    // 1.16 has everything on the stack, and s390x the high byte first.
    [Theory]
    [InlineData("amd64", 16, 8)]
    [InlineData("s390x", 24, 8)]
    [InlineData("386", 24, 4)]
    [InlineData("mips", 24, 4)]
    public void The_stack_is_read_in_the_byte_order_of_the_machine(string goarch, int minor, int argumentBase)
    {
        var target = new Target { Goarch = goarch, Toolchain = new GoVersion(minor) };
        var code = GeneratedCode.Of("func(a int32, b float32)", "", target);
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

        var registers = new Registers { ["SP"] = 64, ["R15"] = 64, ["R29"] = 64 };
        Assert.Equal(["A=-2", "B=2.5"], code.Read("GoFuncArguments", registers, new Memory((ulong)(64 + argumentBase), stack)));
    }

    [Theory]
    [InlineData("func()", "")]
    [InlineData("func(_, _ int, größe struct{ _, _ int }, m map[struct{ a int `\"*/` }]int)", "")]
    [InlineData("func(read int, Read int, goFuncArguments byte, class bool, a [1 << 30]int)", "")]
    [InlineData("func(x struct{ Equals, ToString, GetHashCode int }, equals, printMembers, deconstruct, equalityContract, getType int)", "")]
    public void Odd_names_are_names_in_CSharp(string signature, string declarations)
    {
        var code = GeneratedCode.Of(signature, declarations, new Target { Goarch = "arm64" });
        Assert.DoesNotContain(code.Places("GoFuncArguments"), static place => place.Length == 0);
    }

    [Fact]
    public void What_can_not_be_read_says_so()
    {
        var code = GeneratedCode.Of("func(a [2]int8)", "", new Target { Goarch = "amd64" });
        var error = Assert.ThrowsAny<Exception>(() => code.Read("GoFuncArguments", new Registers { ["SP"] = 64 }, new Memory(0, [])));
        Assert.Contains("1 bytes at 0x48 can't be read", error.InnerException!.Message, StringComparison.Ordinal);
        error = Assert.ThrowsAny<Exception>(() => code.Read("GoFuncArguments", new Registers(), new Memory(0, [])));
        Assert.Contains("Register SP isn't in the register file", error.InnerException!.Message, StringComparison.Ordinal);
    }

    private sealed class Registers : Dictionary<string, ulong>, IRegisterFile
    {
        public bool TryRead(string name, out ulong value) => TryGetValue(name, out value);
    }

    private sealed class Memory(ulong start, byte[] bytes) : IMemoryReader
    {
        public bool TryRead(ulong address, Span<byte> destination)
        {
            var isThere = address >= start && address + (ulong)destination.Length <= start + (ulong)bytes.Length;
            if (isThere)
            {
                bytes.AsSpan((int)(address - start), destination.Length).CopyTo(destination);
            }

            return isThere;
        }
    }
}
