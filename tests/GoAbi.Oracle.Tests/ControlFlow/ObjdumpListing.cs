using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>One instruction as go tool objdump prints it.</summary>
/// <param name="Place">FILE:LINE.</param>
/// <param name="Address">Its address.</param>
/// <param name="Code">Its bytes.</param>
/// <param name="Text">Mnemonic and operands.</param>
/// <param name="Relocation">The symbol of its relocation; "" for none.</param>
internal readonly record struct ObjdumpLine(string Place, ulong Address, byte[] Code, string Text, string Relocation)
{
    /// <summary>The first word of the text.</summary>
    public string Mnemonic => Text.Split(' ')[0];
}

/// <summary>What go tool objdump prints for an object file.</summary>
internal sealed class ObjdumpListing
{
    /// <summary>Its instructions in order.</summary>
    public List<ObjdumpLine> Lines { get; } = [];

    /// <summary>By address.</summary>
    public Dictionary<ulong, ObjdumpLine> ByAddress { get; } = [];

    /// <summary>Where functions begin, by name.</summary>
    public Dictionary<string, ulong> Starts { get; } = [];

    /// <summary>Where functions begin.</summary>
    public HashSet<ulong> StartAddresses { get; } = [];

    /// <summary>The places that have code.</summary>
    public HashSet<string> Places { get; } = [];

    public static ObjdumpListing Parse(string output)
    {
        var listing = new ObjdumpListing();
        string? function = null;
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("TEXT ", StringComparison.Ordinal))
            {
                function = line[5..line.IndexOf("(SB)", StringComparison.Ordinal)];
                continue;
            }

            var parts = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 4 || !parts[1].StartsWith("0x", StringComparison.Ordinal))
            {
                continue;
            }

            var relocation = "";
            for (var i = 4; i < parts.Length; i++)
            {
                // [1:5]R_CALL:runtime.f<1>+4
                var at = parts[i].IndexOf("]R_", StringComparison.Ordinal);
                var colon = parts[i].IndexOf(':', at < 0 ? 0 : at);
                relocation = at >= 0 && colon > 0 ? parts[i][(colon + 1)..].Trim() : relocation;
            }

            var instruction = new ObjdumpLine(
                parts[0].Trim(), ulong.Parse(parts[1].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), Convert.FromHexString(parts[2].Trim()), parts[3].Trim(), relocation);
            listing.Lines.Add(instruction);
            listing.ByAddress.TryAdd(instruction.Address, instruction);
            listing.Places.Add(instruction.Place);
            if (function is not null)
            {
                listing.Starts.TryAdd(function, instruction.Address);
                listing.StartAddresses.Add(instruction.Address);
                function = null;
            }
        }

        return listing;
    }
}
