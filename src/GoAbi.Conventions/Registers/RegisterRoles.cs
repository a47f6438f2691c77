using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>The roles of registers by architecture; "" for none.</summary>
internal sealed record RegisterRoles
{
    // internal/abi/abi_*.go and cmd/compile/internal/ssa/_gen: ParamIntRegNames, ParamFloatRegNames.
    private const string F0To15 = "F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15";

    public string Integers { get; init; } = "";

    public string Floats { get; init; } = "";

    public required string Context { get; init; }

    public string G { get; init; } = "";

    public string Sp { get; init; } = "SP";

    public string Link { get; init; } = "";

    public string Frame { get; init; } = "";

    public string Zero { get; init; } = "";

    public string Scratch { get; init; } = "";

    // cmd/internal/obj: FixedFrameSize of each machine.
    public int FixedFrame { get; init; }

    public static AbiRegisters Of(string goarch, GoVersion version, bool hasRegisterArguments)
    {
        var roles = Of(goarch, version);
        var all = RegisterNames.Of(goarch);
        return new AbiRegisters
        {
            Goarch = goarch,
            Integers = hasRegisterArguments ? List(all, roles.Integers) : ImmutableArray<GoRegister>.Empty,
            Floats = hasRegisterArguments ? List(all, roles.Floats) : ImmutableArray<GoRegister>.Empty,
            ClosureContext = Find(all, roles.Context),
            Goroutine = goarch == "amd64" && !hasRegisterArguments ? null : FindOrNull(all, roles.G),
            StackPointer = Find(all, roles.Sp),
            Link = FindOrNull(all, roles.Link),
            FramePointer = FindOrNull(all, roles.Frame),
            Zero = goarch == "amd64" && !hasRegisterArguments ? null : FindOrNull(all, roles.Zero),
            Scratch = List(all, roles.Scratch),
            FixedFrameSize = roles.FixedFrame,
            EntryArgumentOffset = roles.Link.Length > 0 ? roles.FixedFrame : GoPlatforms.PointerSize(goarch),
            All = all,
        };
    }

    private static RegisterRoles Of(string goarch, GoVersion version) => goarch switch
    {
        "amd64" => new RegisterRoles
        {
            Integers = "AX BX CX DI SI R8 R9 R10 R11",
            Floats = "X0 X1 X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X12 X13 X14",
            Context = "DX",
            G = "R14",
            Frame = "BP",
            Zero = "X15",
            Scratch = "R12 R13 R15",
        },
        "arm64" => new RegisterRoles
        {
            Integers = "R0 R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15",
            Floats = F0To15,
            Context = "R26",
            G = "g",
            Sp = "RSP",
            Link = "R30",
            Frame = "R29",
            Zero = "ZR",
            Scratch = "R16 R17 R27",
            FixedFrame = 8,
        },
        "ppc64" or "ppc64le" => new RegisterRoles
        {
            Integers = "R3 R4 R5 R6 R7 R8 R9 R10 R14 R15 R16 R17",
            Floats = "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12",
            Context = "R11",
            G = "g",
            Sp = "R1",
            Link = "LR",
            Zero = "R0",
            Scratch = "R12 R20 R21 R31",
            FixedFrame = 32,
        },
        "riscv64" => new RegisterRoles
        {
            Integers = "X10 X11 X12 X13 X14 X15 X16 X17 X8 X9 X18 X19 X20 X21 X22 X23",
            Floats = "F10 F11 F12 F13 F14 F15 F16 F17 F8 F9 F18 F19 F20 F21 F22 F23",
            // cmd/internal/obj/riscv/cpu.go, REG_CTXT: moved away from the argument registers when these came.
            Context = version.Minor >= 19 ? "X26" : "X20",
            G = "g",
            Sp = "X2",
            Link = "X1",
            Zero = "X0",
            Scratch = "X5 X6 X31",
            FixedFrame = 8,
        },
        "loong64" => new RegisterRoles
        {
            Integers = "R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17 R18 R19",
            Floats = F0To15,
            Context = "R29",
            G = "g",
            Sp = "R3",
            Link = "R1",
            Zero = "R0",
            Scratch = "R30 R31",
            FixedFrame = 8,
        },
        "s390x" => new RegisterRoles
        {
            Integers = "R2 R3 R4 R5 R6 R7 R8 R9",
            Floats = F0To15,
            Context = "R12",
            G = "g",
            Sp = "R15",
            Link = "R14",
            Zero = "R0",
            Scratch = "R1 R10 R11",
            FixedFrame = 8,
        },
        "386" => new RegisterRoles { Context = "DX" },
        "arm" => new RegisterRoles { Context = "R7", G = "g", Sp = "R13", Link = "R14", Scratch = "R11", FixedFrame = 4 },
        "mips" or "mipsle" => new RegisterRoles { Context = "R22", G = "g", Sp = "R29", Link = "R31", Zero = "R0", Scratch = "R23", FixedFrame = 4 },
        "mips64" or "mips64le" => new RegisterRoles { Context = "R22", G = "g", Sp = "R29", Link = "R31", Zero = "R0", Scratch = "R23", FixedFrame = 8 },
        "wasm" => new RegisterRoles { Context = "CTXT", G = "g" },
        // No such machine: nothing is known but that everything would be on the stack.
        _ => new RegisterRoles { Context = "" },
    };

    private static ImmutableArray<GoRegister> List(ImmutableDictionary<string, GoRegister> all, string names)
    {
        var found = ImmutableArray.CreateBuilder<GoRegister>();
        foreach (var name in names.Length == 0 ? [] : names.Split(' '))
        {
            found.Add(all[name]);
        }

        return found.ToImmutable();
    }

    private static GoRegister? FindOrNull(ImmutableDictionary<string, GoRegister> all, string name) => name.Length == 0 ? null : all[name];

    private static GoRegister Find(ImmutableDictionary<string, GoRegister> all, string name) =>
        all.TryGetValue(name, out var found) ? found : new GoRegister(name, false, null, null, null);
}
