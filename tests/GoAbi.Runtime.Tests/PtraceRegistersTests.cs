using System;
using System.Buffers.Binary;
using System.Linq;
using Xunit;

namespace GoAbi.Runtime.Tests;

public sealed class PtraceRegistersTests
{
    // Offsets of struct user_regs_struct and user_fpregs_struct (x86-64), user_pt_regs and user_fpsimd_state (arm64), as offsetof gives them.
    [Theory]
    [InlineData("amd64", "AX", false, 80)]
    [InlineData("amd64", "BX", false, 40)]
    [InlineData("amd64", "CX", false, 88)]
    [InlineData("amd64", "DI", false, 112)]
    [InlineData("amd64", "SI", false, 104)]
    [InlineData("amd64", "R8", false, 72)]
    [InlineData("amd64", "R14", false, 8)]
    [InlineData("amd64", "SP", false, 152)]
    [InlineData("amd64", "X0", true, 160)]
    [InlineData("amd64", "X14", true, 384)]
    [InlineData("arm64", "R0", false, 0)]
    [InlineData("arm64", "R15", false, 120)]
    [InlineData("arm64", "g", false, 224)]
    [InlineData("arm64", "RSP", false, 248)]
    [InlineData("arm64", "F15", true, 240)]
    public void A_register_is_where_the_kernel_puts_it(string goarch, string name, bool isVector, int offset)
    {
        var general = new byte[272];
        var vectors = new byte[528];
        BinaryPrimitives.WriteUInt64LittleEndian((isVector ? vectors : general).AsSpan(offset), 0x0123456789abcdef);
        var registers = goarch == "amd64" ? PtraceRegisters.Amd64(general, vectors) : PtraceRegisters.Arm64(general, vectors);
        Assert.True(registers.TryRead(name, out var value));
        Assert.Equal(0x0123456789abcdefUL, value);
    }

    [Theory]
    [InlineData("AY")]
    [InlineData("X16")]
    [InlineData("X01")]
    [InlineData("")]
    public void What_is_no_register_is_not_read(string name) => Assert.False(PtraceRegisters.Amd64(new byte[216], new byte[512]).TryRead(name, out _));

    [Fact]
    public void What_was_not_saved_is_not_read()
    {
        Assert.False(PtraceRegisters.Amd64(new byte[216], default).TryRead("X0", out _));
        Assert.False(PtraceRegisters.Arm64(new byte[8], default).TryRead("R1", out _));
    }
}
