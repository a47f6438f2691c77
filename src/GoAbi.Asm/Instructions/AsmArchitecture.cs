using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What the assembler of one Go version knows of an architecture: registers, mnemonics and the flow of control. Immutable; read when it is first asked for.</summary>
public sealed class AsmArchitecture
{
    // Older versions count as the first, newer ones as the last: the tables say nothing of them.
    private const int FirstMinor = 19;
    private const int LastMinor = 27;

    private static readonly Dictionary<string, Lazy<AsmArchitecture>[]> ByName = Create();

    private readonly ArchitectureData data;
    private readonly Dictionary<string, int> registerIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> instructionIndexes = new(StringComparer.Ordinal);

    private readonly Lazy<RegisterSlots> slots;
    private readonly Lazy<EffectTable> effects;

    private AsmArchitecture(string name, ArchitectureText text, int minor)
    {
        Name = name;
        Minor = minor;
        Family = ArchitectureTables.FamilyOf(name);
        data = new ArchitectureData(text, minor);
        Registers = ImmutableArray.CreateRange(data.Registers.Values);
        PseudoRegisters = new bool[Registers.Length];
        for (var i = 0; i < Registers.Length; i++)
        {
            registerIndexes.Add(Registers[i].Name, i);
            PseudoRegisters[i] = Registers[i].IsPseudo;
        }

        var instructions = ImmutableArray.CreateBuilder<InstructionFacts>(data.Instructions.Count);
        foreach (var instruction in data.Instructions)
        {
            instructionIndexes.Add(instruction.Key, instructions.Count);
            instructions.Add(instruction.Value);
        }

        Instructions = instructions.MoveToImmutable();
        foreach (var register in Registers)
        {
            Goroutine ??= register.IsGoroutine ? register : null;
            StackPointer ??= register.IsStackPointer ? register : null;
            LinkRegister ??= register.IsLinkRegister ? register : null;
        }

        slots = new Lazy<RegisterSlots>(() => new RegisterSlots(this));
        effects = new Lazy<EffectTable>(() => new EffectTable(this));
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

    /// <summary>Every mnemonic, aliases included, in no order that means anything.</summary>
    public IReadOnlyCollection<string> Mnemonics => data.Instructions.Keys;

    /// <summary>Names that are operands by themselves: condition codes, prefetch hints, control registers.</summary>
    public IReadOnlyCollection<string> SpecialOperands => data.SpecialOperands;

    /// <summary>The N of Go 1.N whose tables these are.</summary>
    internal int Minor { get; }

    internal ArchitectureFamily Family { get; }

    internal bool IsX86 => Family == ArchitectureFamily.X86;

    internal bool IsArm => Family is ArchitectureFamily.Arm or ArchitectureFamily.Arm64;

    internal bool IsArm64 => Family == ArchitectureFamily.Arm64;

    internal bool HasFlowByOperands => Family is ArchitectureFamily.Arm or ArchitectureFamily.Riscv64 or ArchitectureFamily.Loong64;

    internal int PointerSize => Name is "386" or "arm" or "mips" or "mipsle" ? 4 : 8;

    internal ArchitectureData Data => data;

    internal RegisterSlots Slots => slots.Value;

    internal EffectTable EffectTable => effects.Value;

    internal ImmutableArray<InstructionFacts> Instructions { get; }

    /// <summary>Which of <see cref="Registers"/> are pseudo-registers.</summary>
    internal bool[] PseudoRegisters { get; }

    /// <summary>The tables of a GOARCH in the newest Go version known; null for one that the toolchain does not assemble for.</summary>
    public static AsmArchitecture? Find(string goarch) => Find(goarch, GoVersion.NewestKnown);

    /// <summary>The tables of a GOARCH in a Go version; null for one that the toolchain does not assemble for.</summary>
    public static AsmArchitecture? Find(string goarch, GoVersion toolchain) =>
        ByName.TryGetValue(goarch, out var found) ? found[Math.Min(Math.Max(toolchain.Minor, FirstMinor), LastMinor) - FirstMinor].Value : null;

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

    /// <summary>True for a mnemonic, alias or pseudo-instruction of the architecture.</summary>
    public bool IsMnemonic(string word) => data.Instructions.ContainsKey(word) || word is "DATA" or "GLOBL";

    /// <summary>What an instruction's name says about the flow of control, without its suffixes and operands.</summary>
    public AsmInstructionKind GetKind(string mnemonic) => data.Instructions.TryGetValue(mnemonic, out var facts) ? facts.Kind : AsmInstructionKind.Other;

    internal int IndexOfRegister(string name) => registerIndexes.TryGetValue(name, out var index) ? index : -1;

    internal int IndexOfInstruction(string name) => instructionIndexes.TryGetValue(name, out var index) ? index : -1;

    // loong64 and riscv64 came to suffixes after 1.19.
    internal bool HasSuffixes => Family switch
    {
        ArchitectureFamily.X86 or ArchitectureFamily.Arm or ArchitectureFamily.Arm64 => true,
        ArchitectureFamily.Loong64 or ArchitectureFamily.Riscv64 => Minor >= 20,
        _ => false,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string FormattableName(string prefix, int index) =>
        prefix + "(" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";

    private static Dictionary<string, Lazy<AsmArchitecture>[]> Create()
    {
        var all = new Dictionary<string, Lazy<AsmArchitecture>[]>(StringComparer.Ordinal);
        foreach (var name in ArchitectureTables.Names)
        {
            var versions = new Lazy<AsmArchitecture>[LastMinor - FirstMinor + 1];
            for (var i = 0; i < versions.Length; i++)
            {
                var minor = FirstMinor + i;
                versions[i] = new Lazy<AsmArchitecture>(() => new AsmArchitecture(name, ArchitectureTables.Find(name), minor));
            }

            all.Add(name, versions);
        }

        return all;
    }
}
