using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace GoAbi.Oracle.Tests.Linked;

/// <summary>
/// The runtime's table of functions and lines (.gopclntab) as Go 1.18 and later write it: runtime.pcHeader, runtime._func,
/// runtime.step. File and line are the innermost inlined frame's.
/// </summary>
internal sealed class LineTable
{
    private readonly byte[] bytes;
    private readonly ulong textStart;
    private readonly int quantum;
    private readonly int cuTable;
    private readonly int fileTable;
    private readonly int pcTable;
    private readonly int functionTable;
    private readonly int functionCount;
    private readonly Dictionary<int, string> files = [];

    public LineTable(ReadOnlyMemory<byte> section, ulong textAddress)
    {
        bytes = section.ToArray();
        var magic = ReadUInt32(0);
        if (magic is not (0xfffffff0 or 0xfffffff1) || bytes[7] != 8)
        {
            throw new FormatException("Not a line table of Go 1.18 or later for 64 bits: magic " + magic.ToString("x") + ".");
        }

        quantum = bytes[6];
        functionCount = ReadWord(8);
        // Position-dependent programs may leave the field 0 (Go 1.26 on); the section is what it meant.
        textStart = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(24)) is var start and not 0 ? start : textAddress;
        cuTable = ReadWord(40);
        fileTable = ReadWord(48);
        pcTable = ReadWord(56);
        functionTable = ReadWord(64);
    }

    /// <summary>The runs of instructions of every function, in address order.</summary>
    public IEnumerable<LineRun[]> Functions()
    {
        for (var i = 0; i < functionCount; i++)
        {
            yield return Runs(functionTable + (int)ReadUInt32(functionTable + (i * 8) + 4));
        }
    }

    private LineRun[] Runs(int function)
    {
        var entry = textStart + ReadUInt32(function);
        var unit = (int)ReadUInt32(function + 32);
        var lines = Values(entry, pcTable + (int)ReadUInt32(function + 24));
        var fileNumbers = Values(entry, pcTable + (int)ReadUInt32(function + 20));
        var runs = new List<LineRun>(lines.Count);
        var file = 0;
        var from = entry;
        foreach (var (end, line) in lines)
        {
            // Both tables cut the same code, each at its own places.
            while (from < end && file < fileNumbers.Count)
            {
                var to = Math.Min(end, fileNumbers[file].End);
                runs.Add(new LineRun(from, to, FileName(unit, fileNumbers[file].Value), line));
                from = to;
                if (fileNumbers[file].End <= to)
                {
                    file++;
                }
            }
        }

        return [.. runs];
    }

    private string FileName(int unit, int number)
    {
        if (number < 0)
        {
            return "?";
        }

        var offset = (int)ReadUInt32(cuTable + ((unit + number) * 4));
        if (!files.TryGetValue(offset, out var name))
        {
            var rest = bytes.AsSpan(fileTable + offset);
            files[offset] = name = Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
        }

        return name;
    }

    private List<(ulong End, int Value)> Values(ulong pc, int at)
    {
        var values = new List<(ulong, int)>();
        var value = -1;
        for (var first = true; ; first = false)
        {
            var delta = ReadVarint(ref at);
            if (delta == 0 && !first)
            {
                return values;
            }

            value += (int)(delta >> 1) ^ -(int)(delta & 1);
            pc += ReadVarint(ref at) * (uint)quantum;
            values.Add((pc, value));
        }
    }

    private uint ReadVarint(ref int at)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private uint ReadUInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private int ReadWord(int at) => (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));

}

/// <summary>Instructions that follow each other and come from one line.</summary>
/// <param name="Start">Address of the first.</param>
/// <param name="End">Address behind the last.</param>
/// <param name="File">The file, with -trimpath the import path and the name.</param>
/// <param name="Line">The line.</param>
internal readonly record struct LineRun(ulong Start, ulong End, string File, int Line);
