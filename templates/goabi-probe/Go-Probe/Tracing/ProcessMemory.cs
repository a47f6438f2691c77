using GoAbi.Runtime;
using Microsoft.Win32.SafeHandles;

namespace Go_Probe.Tracing;

/// <summary>The memory of a traced process. A struct, so that readers call it without an interface in between.</summary>
internal readonly struct ProcessMemory(SafeFileHandle file) : IMemoryReader
{
    /// <summary>Opens it; after an exec it has to be opened again.</summary>
    public static ProcessMemory Open(int pid) => new(File.OpenHandle("/proc/" + pid + "/mem", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));

    public bool TryRead(ulong address, Span<byte> destination)
    {
        try
        {
            // What stands in a register need not be an address: offsets of files end at 2^63.
            return address <= long.MaxValue && RandomAccess.Read(file, destination, (long)address) == destination.Length;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Write(ulong address, byte value) => RandomAccess.Write(file, [value], (long)address);

    public byte Read(ulong address)
    {
        Span<byte> one = stackalloc byte[1];
        return TryRead(address, one) ? one[0] : throw new InvalidOperationException($"0x{address:x} can't be read.");
    }
}
