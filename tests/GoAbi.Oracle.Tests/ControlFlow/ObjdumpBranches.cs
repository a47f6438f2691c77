using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>One direct branch or call.</summary>
/// <param name="Place">FILE:LINE of it.</param>
/// <param name="IsCall">Whether it is a call.</param>
/// <param name="Target">FILE:LINE where it goes to, or a symbol.</param>
internal readonly record struct Branch(string Place, bool IsCall, string Target)
{
    public override string ToString() => Place + (IsCall ? " calls " : " jumps to ") + Target;
}

/// <summary>Finds the direct branches and calls in what objdump prints.</summary>
internal static partial class ObjdumpBranches
{
    /// <param name="listing">What it prints.</param>
    /// <param name="goarch">For which architecture.</param>
    /// <param name="isWritten">Whether the source has a branch.</param>
    public static IEnumerable<Branch> Find(ObjdumpListing listing, string goarch, Func<Branch, bool> isWritten)
    {
        var isPool = false;
        foreach (var line in listing.Lines)
        {
            // arm: behind the function's code and a branch to itself stand its constants.
            isPool &= !listing.StartAddresses.Contains(line.Address);
            isPool |= goarch == "arm" && line.Relocation.Length == 0 && line.Mnemonic == "B" && Address(listing, line, goarch) == line.Address && !isWritten(new Branch(line.Place, false, line.Place));
            if (!isPool && Kind(line, goarch) is { } isCall && Target(listing, line, goarch) is { } target)
            {
                yield return new Branch(line.Place, isCall, target);
            }
        }
    }

    private static bool? Kind(in ObjdumpLine line, string goarch)
    {
        if (goarch == "s390x")
        {
            return S390xDistance(line.Code) is null ? null : line.Mnemonic is "CALL" or "BL" || line.Code is [0xC0, 0xE5, ..];
        }

        var mnemonic = line.Mnemonic;
        return goarch switch
        {
            "amd64" or "386" => mnemonic == "CALL" ? true : X86Jump().IsMatch(mnemonic) ? false : null,
            "arm" => ArmCall().IsMatch(mnemonic) ? true : ArmJump().IsMatch(mnemonic) ? false : null,
            _ => mnemonic is "CALL" or "BL" or "JAL" && goarch != "riscv64" || mnemonic == "CALL" ? true : RiscJump().IsMatch(mnemonic) ? false : null,
        };
    }

    private static string? Target(ObjdumpListing listing, in ObjdumpLine line, string goarch)
    {
        if (line.Relocation.Length > 0)
        {
            return Symbol(line.Relocation);
        }

        var at = Address(listing, line, goarch);
        if (at is not { } address)
        {
            return null;
        }

        return listing.ByAddress.TryGetValue(address, out var target) ? target.Place : "0x" + address.ToString("x", CultureInfo.InvariantCulture);
    }

    private static ulong? Address(ObjdumpListing listing, in ObjdumpLine line, string goarch)
    {
        if (goarch == "s390x")
        {
            return S390xDistance(line.Code) is { } distance ? unchecked(line.Address + (ulong)distance) : null;
        }

        var operand = line.Text[(line.Text.LastIndexOfAny([' ', ',']) + 1)..];
        if (Counted().Match(operand) is { Success: true } counted)
        {
            return unchecked(line.Address + (ulong)(4 * long.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture)));
        }

        if (operand.StartsWith("0x", StringComparison.Ordinal) && ulong.TryParse(operand.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var address))
        {
            return address;
        }

        var named = Named().Match(operand);
        return named.Success && listing.Starts.TryGetValue(named.Groups[1].Value, out var start)
            ? start + (named.Groups[2].Success ? ulong.Parse(named.Groups[2].Value, CultureInfo.InvariantCulture) : 0)
            : null;
    }

    // objdump rounds what it prints there; its bytes say it: BRC and BRCT, BRCL and BRASL, and the compare-and-branch forms, in half-words.
    private static long? S390xDistance(byte[] code) => code switch
    {
        [0xA7, var op, var high, var low] when (op & 15) is 4 or 5 or 6 or 7 => 2 * (short)((high << 8) | low),
        [0xC0, var op, _, _, _, _] when (op & 15) is 4 or 5 => 2L * (int)((uint)(code[2] << 24) | (uint)(code[3] << 16) | (uint)(code[4] << 8) | code[5]),
        [0xEC, _, var high, var low, _, 0x64 or 0x65 or 0x76 or 0x77 or 0x7C or 0x7D or 0x7E or 0x7F] => 2 * (short)((high << 8) | low),
        _ => null,
    };

    private static string Symbol(string relocation)
    {
        var match = Offset().Match(relocation);
        var name = match.Success ? relocation[..match.Index] : relocation;
        return AbiMark().Replace(name, "");
    }

    [GeneratedRegex("^(J[A-Z]+|LOOP[A-Z]*|XBEGIN)$")]
    private static partial Regex X86Jump();

    [GeneratedRegex(@"^BL(\.[A-Z]+)?$")]
    private static partial Regex ArmCall();

    [GeneratedRegex(@"^B(\.[A-Z]+)?$")]
    private static partial Regex ArmJump();

    [GeneratedRegex("^(JMP|B[A-Z]*|CBN?ZW?|TBN?Z)$")]
    private static partial Regex RiscJump();

    [GeneratedRegex(@"^(-?\d+)\(PC\)$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(.+?)(?:\+(\d+))?\(SB\)$")]
    private static partial Regex Named();

    [GeneratedRegex(@"[+-]\d+$")]
    private static partial Regex Offset();

    [GeneratedRegex("<[^>]*>$")]
    private static partial Regex AbiMark();
}
