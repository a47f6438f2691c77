using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using GoAbi.Asm;
using GoAbi.Fuzz.Assembler;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Oracle.Tests.GeneratedTables;

/// <summary>The names that an architecture has in a Go version, against the assembler of that version.</summary>
public sealed class NameTableTests
{
    private const int FirstMinor = 19;

    public static TheoryData<string> Versions => GoToolchain.AllVersions;

    [GoTheory]
    [MemberData(nameof(Versions))]
    public void A_mnemonic_register_or_special_operand_is_known_just_where_the_assembler_knows_it(string go)
    {
        var assembler = new GoAssembler(GoToolchain.Named(go).Root);
        using var directory = new TemporaryDirectory();
        foreach (var goarch in GoPlatforms.AssemblerArchitectures)
        {
            var all = Enumerable.Range(FirstMinor, GoVersion.NewestKnown.Minor - FirstMinor + 1).Select(minor => AsmArchitecture.Find(goarch, new GoVersion(minor))!).ToList();
            var known = AsmArchitecture.Find(goarch, assembler.Version)!;
            var mnemonics = all.SelectMany(static a => a.Mnemonics).Distinct().Order(StringComparer.Ordinal).ToList();
            var operands = all.SelectMany(static a => a.Registers.Select(static r => r.Name).Concat(a.SpecialOperands)).Distinct().Order(StringComparer.Ordinal).ToList();

            // A bare name that is no register is no operand of PCDATA either, and the assembler says so in other words.
            var text = new StringBuilder("TEXT x(SB), 4, $0\n");
            text.AppendJoin('\n', mnemonics).Append('\n');
            text.AppendJoin('\n', operands.Select(static name => "\tPCDATA $0, " + name)).Append('\n');
            var file = directory.Write(goarch + ".s", text.ToString());
            var target = new Target { Toolchain = assembler.Version, Goarch = goarch, Goos = goarch == "wasm" ? "js" : "linux" };
            var messages = assembler.Assemble(file, directory["out.o"], target, "x", []).Messages.Select(static m => m.Text).ToList();

            Assert.Equal(mnemonics.Where(name => !known.IsMnemonic(name)), Named(messages, "unrecognized instruction ", '"'));
            Assert.Equal(
                operands.Where(name => !known.TryGetRegister(name, out _) && !known.SpecialOperands.Contains(name)),
                Named(messages, "illegal or missing addressing mode for symbol ", ' '));
        }
    }

    private static IEnumerable<string> Named(List<string> messages, string beginning, char quote) => messages
        .Where(message => message.StartsWith(beginning, StringComparison.Ordinal))
        .Select(message => message[beginning.Length..].Trim(quote))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
