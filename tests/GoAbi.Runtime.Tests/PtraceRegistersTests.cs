using System;
using System.Buffers.Binary;
using Xunit;

namespace GoAbi.Runtime.Tests;

public sealed class PtraceRegistersTests
{
    // Offsets of struct user_regs_struct and user_fpregs_struct (x86-64), user_pt_regs and user_fpsimd_state (arm64), as offsetof gives them.
    [Theory]
    [InlineData("amd64", 0, false, 80)]
    [InlineData("amd64", 3, false, 40)]
    [InlineData("amd64", 2, false, 88)]
    [InlineData("amd64", 5, false, 112)]
    [InlineData("amd64", 4, false, 104)]
    [InlineData("amd64", 8, false, 72)]
    [InlineData("amd64", 14, false, 8)]
    [InlineData("amd64", 7, false, 152)]
    [InlineData("amd64", 17, true, 160)]
    [InlineData("amd64", 31, true, 384)]
    [InlineData("arm64", 0, false, 0)]
    [InlineData("arm64", 15, false, 120)]
    [InlineData("arm64", 28, false, 224)]
    [InlineData("arm64", 31, false, 248)]
    [InlineData("arm64", 79, true, 240)]
    public void A_register_is_where_the_kernel_puts_it(string goarch, int number, bool isVector, int offset)
    {
        var general = new byte[272];
        var vectors = new byte[528];
        BinaryPrimitives.WriteUInt64LittleEndian((isVector ? vectors : general).AsSpan(offset), 0x0123456789abcdef);
        var registers = goarch == "amd64" ? PtraceRegisters.Amd64(general, vectors) : PtraceRegisters.Arm64(general, vectors);
        Assert.True(registers.TryRead(number, out var value));
        Assert.Equal(0x0123456789abcdefUL, value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(33)]
    [InlineData(int.MaxValue)]
    public void What_is_no_register_is_not_read(int number) => Assert.False(PtraceRegisters.Amd64(new byte[216], new byte[512]).TryRead(number, out _));

    [Fact]
    public void What_was_not_saved_is_not_read()
    {
        Assert.False(PtraceRegisters.Amd64(new byte[216], default).TryRead(Amd64Register.X0, out _));
        Assert.False(PtraceRegisters.Arm64(new byte[8], default).TryRead(1, out _));
    }
}
