using System.Buffers.Binary;
using System.Text;

namespace Go_Probe.Tracing;

/// <summary>As much of a 64-bit ELF file as it takes to find a function by its name.</summary>
internal static class ElfSymbols
{
    private const uint SymbolTable = 2;

    /// <summary>The address of a function, where the file is loaded as it is linked (no PIE); null where the symbol table doesn't have it.</summary>
    public static ulong? Find(string path, string name)
    {
        var file = File.ReadAllBytes(path);
        var sections = (int)U64(file, 0x28);
        var (size, count) = (U16(file, 0x3A), U16(file, 0x3C));
        for (var i = 0; i < count; i++)
        {
            var section = sections + (i * size);
            if (U32(file, section + 4) != SymbolTable)
            {
                continue;
            }

            var strings = (int)U64(file, sections + ((int)U32(file, section + 0x28) * size) + 0x18);
            var (begin, end) = ((int)U64(file, section + 0x18), (int)(U64(file, section + 0x18) + U64(file, section + 0x20)));
            var wanted = Encoding.UTF8.GetBytes(name + "\0");
            for (var symbol = begin; symbol < end; symbol += 24)
            {
                if (file.AsSpan(strings + (int)U32(file, symbol)).StartsWith(wanted))
                {
                    return U64(file, symbol + 8);
                }
            }
        }

        return null;
    }

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static ulong U64(byte[] file, int at) => BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
}
