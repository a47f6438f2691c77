using System;
using System.IO;
using System.Linq;
using GoAbi.Source;
using GoAbi.Testing.Readers;
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
        Assert.True(registers.TryRead(Amd64Register.SP, out var stackPointer));
        var code = GeneratedCode.Of(Signature, "type T struct {\n\tn uint16\n\tf float32\n\ts string\n}", new Target { Goarch = "amd64", Toolchain = new GoVersion(24) });
        var read = code.Read("Do", registers, new RunOfMemory(stackPointer, Bytes("stack")));

        // Pointers differ from run to run; what they point to was "hello" and "ab".
        var words = read.Split(", ").Where(static w => !w.Contains("Address", StringComparison.Ordinal) && !w.Contains("IsNil", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain("Address = 0", read, StringComparison.Ordinal);
        Assert.Equal(
            "A = -9, Length = 5 }, Z = Int16Array2 { Item0 = 513, Item1 = -1 }, F = 1.5, B = True, V = T_2 { N = 65535, F = -0.25, Length = 2 } }, I = 9223372036854775808, J = 12345, E = GoInterface { Table = 0, Data = 0",
            string.Join(", ", words));
    }

    private static byte[] Bytes(string name) => Convert.FromHexString(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "dump-amd64.txt")).First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..]);
}
