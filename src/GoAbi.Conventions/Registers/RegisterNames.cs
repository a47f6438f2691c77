using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace GoAbi.Conventions;

/// <summary>
/// All registers of an architecture with their names elsewhere. DWARF numbers are those of Go's own tables; members of struct pt_regs those of Linux (arch/*/include/asm/ptrace.h), names of reg() those of bpftrace
/// (src/arch).
/// </summary>
internal static class RegisterNames
{
    private static readonly string[] X86 = ["AX", "BX", "CX", "DX", "SI", "DI", "BP", "SP"];

    // a0-a7 and so on: what Linux calls x10-x17.
    private static readonly string[] RiscV =
    [
        "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
    ];

    // F0, F2, F4, F6, F1 ...: the order of DWARF's numbers on s390x.
    private static readonly int[] S390XFloats = [0, 2, 4, 6, 1, 3, 5, 7, 8, 10, 12, 14, 9, 11, 13, 15];

    public static ImmutableDictionary<string, GoRegister> Of(string goarch)
    {
        var all = new List<GoRegister>();
        switch (goarch)
        {
            case "amd64":
                AddX86(all, [0, 3, 2, 1, 4, 5, 6, 7], hasBpftrace: true);
                AddRange(all, 8, 15, n => Integer("R" + n, n: Parse(n), "r" + n, "r" + n));
                AddRange(all, 0, 15, n => Float("X" + n, 17 + Parse(n)));
                break;
            case "386":
                AddX86(all, [0, 3, 1, 2, 6, 7, 5, 4], hasBpftrace: false);
                AddRange(all, 0, 7, n => Float("X" + n, 21 + Parse(n)));
                break;
            case "arm64":
                AddRange(all, 0, 27, n => Integer("R" + n, Parse(n), "regs[" + n + "]", "r" + n));
                all.Add(Integer("g", 28, "regs[28]", "r28"));
                all.Add(Integer("R29", 29, "regs[29]", "r29"));
                all.Add(Integer("R30", 30, "regs[30]", "r30"));
                all.Add(Integer("RSP", 31, "sp", "sp"));
                all.Add(Integer("ZR", null, null, null));
                AddRange(all, 0, 31, n => Float("F" + n, 64 + Parse(n)));
                break;
            case "riscv64":
                AddRange(all, 0, 31, n => Integer(n == "27" ? "g" : "X" + n, Parse(n), n == "0" ? null : RiscV[Parse(n)], null));
                AddRange(all, 0, 31, n => Float("F" + n, 32 + Parse(n)));
                break;
            case "ppc64" or "ppc64le":
                AddRange(all, 0, 31, n => Integer(n == "30" ? "g" : "R" + n, Parse(n), "gpr[" + n + "]", null));
                all.Add(Integer("LR", 65, "link", null));
                AddRange(all, 0, 31, n => Float("F" + n, 32 + Parse(n)));
                break;
            case "loong64":
                AddRange(all, 0, 31, n => Integer(n == "22" ? "g" : "R" + n, Parse(n), "regs[" + n + "]", null));
                AddRange(all, 0, 31, n => Float("F" + n, 32 + Parse(n)));
                break;
            case "s390x":
                AddRange(all, 0, 15, n => Integer(n == "13" ? "g" : "R" + n, Parse(n), "gprs[" + n + "]", null));
                AddRange(all, 0, 15, n => Float("F" + n, 16 + Array.IndexOf(S390XFloats, Parse(n))));
                break;
            case "arm":
                AddRange(all, 0, 15, n => Integer(n == "10" ? "g" : "R" + n, Parse(n), "uregs[" + n + "]", null));
                AddRange(all, 0, 15, n => Float("F" + n, 64 + Parse(n)));
                break;
            case "mips" or "mipsle" or "mips64" or "mips64le":
                AddRange(all, 0, 31, n => Integer(n == "30" ? "g" : "R" + n, Parse(n), "regs[" + n + "]", null));
                AddRange(all, 0, 31, n => Float("F" + n, 32 + Parse(n)));
                break;
            case "wasm":
                // Globals of the module, not registers of a machine (cmd/internal/obj/wasm/a.out.go).
                all.Add(Integer("SP", null, null, null));
                all.Add(Integer("CTXT", null, null, null));
                all.Add(Integer("g", null, null, null));
                break;
        }

        return all.ToImmutableDictionary(static r => r.Name, StringComparer.Ordinal);
    }

    private static int Parse(string number) => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void AddX86(List<GoRegister> all, int[] dwarf, bool hasBpftrace)
    {
        for (var i = 0; i < X86.Length; i++)
        {
            var name = X86[i].ToLowerInvariant();
            all.Add(Integer(X86[i], dwarf[i], name, hasBpftrace ? name : null));
        }
    }

    private static void AddRange(List<GoRegister> all, int first, int last, Func<string, GoRegister> create)
    {
        for (var i = first; i <= last; i++)
        {
            all.Add(create(i.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static GoRegister Integer(string name, int? n, string? ptRegs, string? bpftrace) => new(name, false, n, ptRegs, bpftrace);

    private static GoRegister Float(string name, int dwarf) => new(name, true, dwarf, null, null);
}
