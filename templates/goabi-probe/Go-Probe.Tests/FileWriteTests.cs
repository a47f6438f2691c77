using System.Text;
using GoAbi.Runtime;
using Xunit;

namespace Go_Probe.Tests;

public sealed class FileWriteTests
{
    private static readonly Memory Text = new(0x1000, "hello\n");

    [Fact]
    public void Arguments_are_in_registers()
    {
        Assert.True(FileWrite.TryRead(new Registers(0xc000, 0x1000, 6, 8), Text, out var call));
        Assert.Equal(new GoPointer(0xc000), call.F);
        Assert.Equal(new GoSlice(0x1000, 6, 8), call.B);
        Assert.Equal("os.(*File).Write(f=0xc000, b=6 bytes \"hello\\n\")", call.Describe(Text));
    }

    [Fact]
    public void Results_are_in_the_same_registers() =>
        Assert.Equal(6, FileWrite.Results.Read(new Registers(6, 0, 0, 0), Text).N);

    [Fact]
    public void Memory_that_is_not_there_is_not_made_up() =>
        Assert.EndsWith("b=7 bytes \"?\")", FileWrite.Read(new Registers(1, 0x1000, 7, 7), Text).Describe(Text), StringComparison.Ordinal);

    private readonly struct Registers(ulong ax, ulong bx, ulong cx, ulong di) : IRegisterFile
    {
        public bool TryRead(int number, out ulong value)
        {
            value = number switch
            {
                Amd64Register.AX => ax,
                Amd64Register.BX => bx,
                Amd64Register.CX => cx,
                Amd64Register.DI => di,
                _ => 0,
            };
            return number is Amd64Register.AX or Amd64Register.BX or Amd64Register.CX or Amd64Register.DI;
        }
    }

    private readonly struct Memory(ulong start, string text) : IMemoryReader
    {
        public bool TryRead(ulong address, Span<byte> destination)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var isThere = address >= start && address + (ulong)destination.Length <= start + (ulong)bytes.Length;
            if (isThere)
            {
                bytes.AsSpan((int)(address - start), destination.Length).CopyTo(destination);
            }

            return isThere;
        }
    }
}
