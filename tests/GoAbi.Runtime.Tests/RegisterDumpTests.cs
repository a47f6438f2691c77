using System;
using System.IO;
using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Runtime.Tests;

/// <summary>The dump of dump-amd64.txt: its first lines are the program.</summary>
public sealed class RegisterDumpTests
{
    private const string Signature = "func (t *T) Do(a int8, s string, z [2]int16, f float64, b bool, v T, i, j uint64, e error) (int, float64)";

    [Fact]
    public void Generated_code_reads_the_arguments_of_a_running_program()
    {
        var registers = PtraceRegisters.Amd64(Bytes("general"), Bytes("vectors"));
        Assert.True(registers.TryRead("SP", out var stackPointer));
        var code = GeneratedCode.Of(Signature, "type T struct {\n\tn uint16\n\tf float32\n\ts string\n}", new Target { Goarch = "amd64", Toolchain = new GoVersion(24) });
        var values = code.Read("DoArguments", registers, new Stack(stackPointer, Bytes("stack"))).ToDictionary(static v => v.Split('=')[0], static v => v.Split('=')[1]);

        // Pointers differ from run to run; what they point to was "hello" and "ab".
        Assert.All(["T", "SBase", "VSBase"], name => Assert.NotEqual("0", values[name]));
        Assert.Equal(
            "A=-9 SLen=5 Z0=513 Z1=-1 F=1.5 B=True VN=65535 VF=-0.25 VSLen=2 I=9223372036854775808 J=12345 EItable=0 EData=0",
            string.Join(' ', values.Where(static v => v.Key is not ("T" or "SBase" or "VSBase")).Select(static v => v.Key + "=" + v.Value)));
    }

    private static byte[] Bytes(string name) => Convert.FromHexString(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "dump-amd64.txt")).First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..]);

    private sealed class Stack(ulong pointer, byte[] bytes) : IMemoryReader
    {
        public bool TryRead(ulong address, Span<byte> destination)
        {
            if (address < pointer || address + (ulong)destination.Length > pointer + (ulong)bytes.Length)
            {
                return false;
            }

            bytes.AsSpan((int)(address - pointer), destination.Length).CopyTo(destination);
            return true;
        }
    }
}
