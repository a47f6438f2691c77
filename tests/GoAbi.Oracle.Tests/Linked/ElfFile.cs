using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace GoAbi.Oracle.Tests.Linked;

/// <summary>What a little-endian ELF64 file holds of sections and function symbols (System V gABI, "Sections", "Symbol Table").</summary>
internal sealed class ElfFile
{
    private const ushort MachineX64 = 62;
    private const ushort MachineArm64 = 183;
    private const byte FunctionSymbol = 2;

    private readonly byte[] bytes;
    private readonly Dictionary<string, (ulong Address, int Offset, int Size)> sections = new(StringComparer.Ordinal);

    public ElfFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (!bytes.AsSpan(0, 6).SequenceEqual<byte>([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            throw new FormatException("Not a little-endian ELF64 file.");
        }

        var headers = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(40));
        var size = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(58));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(60));
        var names = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(headers + (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(62)) * size) + 24));
        for (var i = 0; i < count; i++)
        {
            var header = bytes.AsSpan(headers + (i * size));
            sections[Text(names + BinaryPrimitives.ReadInt32LittleEndian(header))] = (
                BinaryPrimitives.ReadUInt64LittleEndian(header[16..]),
                (int)BinaryPrimitives.ReadUInt64LittleEndian(header[24..]),
                (int)BinaryPrimitives.ReadUInt64LittleEndian(header[32..]));
        }
    }

    public string Goarch => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(18)) switch
    {
        MachineX64 => "amd64",
        MachineArm64 => "arm64",
        var other => throw new FormatException("Machine " + other + "."),
    };

    /// <summary>Address of the code.</summary>
    public ulong TextAddress => sections[".text"].Address;

    /// <summary>The code.</summary>
    public ReadOnlyMemory<byte> Text() => Section(".text");

    public ReadOnlyMemory<byte> Section(string name) => bytes.AsMemory(sections[name].Offset, sections[name].Size);

    /// <summary>Every function symbol that has a size.</summary>
    public IEnumerable<(string Name, ulong Address, int Size)> Functions()
    {
        var (_, offset, size) = sections[".symtab"];
        var names = sections[".strtab"].Offset;
        for (var at = offset; at < offset + size; at += 24)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + 16));
            if ((bytes[at + 4] & 15) == FunctionSymbol && length > 0)
            {
                yield return (
                    Text(names + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at))),
                    BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + 8)),
                    length);
            }
        }
    }

    private string Text(int offset)
    {
        var rest = bytes.AsSpan(offset);
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }
}
