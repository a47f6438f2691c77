using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What the assembler knows of an architecture: registers and the flow of control. Immutable.</summary>
public sealed class AsmArchitecture
{
    // Typed operands and diagnostics about them; the others are read as far as their forms are shared.
    private const string Typed = "386 amd64 arm arm64";

    private static readonly Dictionary<string, AsmArchitecture> ByName = Create();

    private readonly ArchitectureData data;
    private readonly Dictionary<string, int> registerIndexes = new(System.StringComparer.Ordinal);
    private readonly Dictionary<string, int> flowIndexes = new(System.StringComparer.Ordinal);

    private readonly System.Lazy<RegisterSlots> slots;

    private AsmArchitecture(string name, ArchitectureData data)
    {
        Name = name;
        this.data = data;
        Registers = ImmutableArray.CreateRange(data.Registers.Values);
        for (var i = 0; i < Registers.Length; i++)
        {
            registerIndexes.Add(Registers[i].Name, i);
        }

        var flows = ImmutableArray.CreateBuilder<(string Name, InstructionFlow Flow)>(data.Flow.Count);
        foreach (var flow in data.Flow)
        {
            flowIndexes.Add(flow.Key, flows.Count);
            flows.Add((flow.Key, flow.Value));
        }

        Flows = flows.MoveToImmutable();
        foreach (var register in Registers)
        {
            Goroutine ??= register.IsGoroutine ? register : null;
            StackPointer ??= register.IsStackPointer ? register : null;
            LinkRegister ??= register.IsLinkRegister ? register : null;
        }

        IsTyped = System.Array.IndexOf(Typed.Split(' '), name) >= 0;
        IsX86 = name is "386" or "amd64";
        IsArm = name is "arm" or "arm64";
        slots = new System.Lazy<RegisterSlots>(() => new RegisterSlots(this));
        EffectTable = new EffectTable(this);
        HasFlowByOperands = name is "arm" or "riscv64" or "loong64";
    }

    /// <summary>GOARCH.</summary>
    public string Name { get; }

    /// <summary>Every name of a register, aliases included.</summary>
    public ImmutableArray<AsmRegister> Registers { get; }

    /// <summary>The register that holds the goroutine; null on 386.</summary>
    public AsmRegister? Goroutine { get; }

    /// <summary>The machine's stack pointer.</summary>
    public AsmRegister? StackPointer { get; }

    /// <summary>The link register; null where calls push the return address.</summary>
    public AsmRegister? LinkRegister { get; }

    internal bool IsTyped { get; }

    internal bool IsX86 { get; }

    /// <summary>Whether suffixes or operands decide what some instruction does to the flow of control.</summary>
    internal bool HasFlowByOperands { get; }

    internal bool IsArm { get; }

    internal bool IsArm64 => ReferenceEquals(data, ArchitectureTables.Arm64);

    internal ArchitectureData Data => data;

    internal RegisterSlots Slots => slots.Value;

    internal EffectTable EffectTable { get; }

    internal ImmutableArray<(string Name, InstructionFlow Flow)> Flows { get; }

    /// <summary>The tables of a GOARCH; null for one that the toolchain does not assemble for.</summary>
    public static AsmArchitecture? Find(string goarch) => ByName.TryGetValue(goarch, out var found) ? found : null;

    /// <summary>The register of a name.</summary>
    public bool TryGetRegister(string name, out AsmRegister register) => data.Registers.TryGetValue(name, out register);

    /// <summary>The register that R(n) and the like name.</summary>
    public bool TryGetRegister(string prefix, int index, out AsmRegister register)
    {
        register = default;
        if (!data.Prefixes.TryGetValue(prefix, out var range) || index < 0 || index >= range.Count)
        {
            return false;
        }

        var number = range.First + index;
        foreach (var candidate in Registers)
        {
            if (candidate.Number == number)
            {
                register = candidate;
                return true;
            }
        }

        // SPR(n) of ppc64: most have no name of their own.
        register = new AsmRegister(FormattableName(prefix, index), number, AsmRegisterClass.System, AsmRegisterRoles.None);
        return true;
    }

    /// <summary>What an instruction's name says about the flow of control, without its suffixes and operands.</summary>
    public AsmInstructionKind GetKind(string mnemonic) => data.Flow.TryGetValue(mnemonic, out var flow) ? flow.Kind : AsmInstructionKind.Other;

    internal int IndexOfRegister(string name) => registerIndexes.TryGetValue(name, out var index) ? index : -1;

    internal int IndexOfFlow(string name) => flowIndexes.TryGetValue(name, out var index) ? index : -1;

    // loong64 and riscv64 came to suffixes after 1.19.
    internal bool HasSuffixes(GoVersion toolchain) =>
        IsX86 || IsArm || (Name is "loong64" or "riscv64" && toolchain.Minor >= 20);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string FormattableName(string prefix, int index) =>
        prefix + "(" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";

    private static Dictionary<string, AsmArchitecture> Create()
    {
        var found = new Dictionary<string, AsmArchitecture>(System.StringComparer.Ordinal);
        foreach (var (name, tables) in new[]
        {
            ("386", ArchitectureTables.X386), ("amd64", ArchitectureTables.Amd64), ("arm", ArchitectureTables.Arm),
            ("arm64", ArchitectureTables.Arm64), ("loong64", ArchitectureTables.Loong64), ("mips", ArchitectureTables.Mips),
            ("mipsle", ArchitectureTables.Mips), ("mips64", ArchitectureTables.Mips64), ("mips64le", ArchitectureTables.Mips64),
            ("ppc64", ArchitectureTables.Ppc64), ("ppc64le", ArchitectureTables.Ppc64), ("riscv64", ArchitectureTables.Riscv64),
            ("s390x", ArchitectureTables.S390x), ("wasm", ArchitectureTables.Wasm),
        })
        {
            found.Add(name, new AsmArchitecture(name, tables));
        }

        return found;
    }
}
