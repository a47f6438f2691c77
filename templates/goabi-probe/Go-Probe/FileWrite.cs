using GoAbi.Runtime;

namespace Go_Probe;

/// <summary>Arguments of os.(*File).Write, by which a program writes to files and to its output. The members are generated.</summary>
[GoFunction("func (f *File) Write(b []byte) (n int, err error)", Declarations = "type File struct{}", Go = "1.24", Arch = GoArch.Amd64)]
public readonly partial record struct FileWrite
{
    /// <summary>The function in a program's symbol table.</summary>
    public const string Symbol = "os.(*File).Write";

    private const int Shown = 40;

    /// <summary>A line about the call: how much is written, and how it begins.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    public string Describe<TMemory>(in TMemory memory)
        where TMemory : IMemoryReader
    {
        Span<byte> begin = stackalloc byte[(int)Math.Clamp(B.Length, 0, Shown)];
        var text = B.TryRead(memory, elementSize: 1, index: 0, begin) ? System.Text.Encoding.UTF8.GetString(begin).ReplaceLineEndings("\\n") : "?";
        return $"{Symbol}(f=0x{F.Address:x}, b={B.Length} bytes \"{text}\")";
    }
}
