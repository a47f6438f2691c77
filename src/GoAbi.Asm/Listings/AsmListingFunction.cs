using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>A function of a listing.</summary>
public sealed class AsmListingFunction : AsmListingSymbol
{
    private readonly ListingContext context;
    private ImmutableArray<AsmOperand?>[]? typedOperands;

    internal AsmListingFunction(ListingSymbolParts parts, ListingHeader header, ImmutableArray<ListingLine> lines, ListingContext context)
        : base(parts)
    {
        this.context = context;
        ArgumentSize = header.Arguments;
        FrameSize = header.Locals;
        FunctionId = header.FunctionId;
        Alignment = header.Alignment;
        var instructions = ImmutableArray.CreateBuilder<AsmListingInstruction>(lines.Length);
        foreach (var line in lines)
        {
            instructions.Add(new AsmListingInstruction(this, instructions.Count, line));
        }

        Instructions = instructions.MoveToImmutable();
        Attributes = FindAttributes();
    }

    /// <summary>Bytes of arguments and results; negative where unknown.</summary>
    public int ArgumentSize { get; }

    /// <summary>Bytes of locals; negative where the function has no frame at all on some architectures.</summary>
    public int FrameSize { get; }

    /// <summary>The runtime's number for functions it treats specially; 0 for most.</summary>
    public int FunctionId { get; }

    /// <summary>The alignment asked for; 0 for the architecture's own.</summary>
    public int Alignment { get; }

    /// <summary>The words in its TEXT line: NOSPLIT, ABIWRAPPER, ABIInternal.</summary>
    public ImmutableArray<string> Attributes { get; }

    /// <summary>Its convention, as the TEXT line or the number behind its name says.</summary>
    public string Abi => AbiVersion == 1 || (AbiVersion is null && Attributes.Contains(AbiSelectors.Internal)) ? AbiSelectors.Internal : AbiSelectors.Abi0;

    /// <summary>True for a wrapper between the two conventions, which the compiler has made.</summary>
    public bool IsAbiWrapper => Attributes.Contains("ABIWRAPPER");

    /// <summary>True where it is written in assembly.</summary>
    public bool IsAssembly => Flags.Contains("asm");

    /// <summary>Every line of its code in order: TEXT, PCDATA, FUNCDATA and the instructions.</summary>
    public ImmutableArray<AsmListingInstruction> Instructions { get; }

    /// <summary>Its calls and tail jumps, direct and indirect, in order.</summary>
    public IEnumerable<AsmListingCall> Calls()
    {
        foreach (var instruction in Instructions)
        {
            if (ListingCalls.Of(this, instruction) is { } call)
            {
                yield return call;
            }
        }
    }

    internal ListingContext Context => context;

    internal ImmutableArray<AsmOperand?> TypedOperands(int instruction)
    {
        var all = Volatile.Read(ref typedOperands)
            ?? Interlocked.CompareExchange(ref typedOperands, ListingOperands.Type(this, context), null)
            ?? Volatile.Read(ref typedOperands)!;
        return all[instruction];
    }

    private ImmutableArray<string> FindAttributes()
    {
        if (Instructions.IsEmpty || Instructions[0].Mnemonic != "TEXT")
        {
            return ImmutableArray<string>.Empty;
        }

        // TEXT name(SB), A|B, $frame-arguments; the attributes may be missing.
        var operands = Instructions[0].OperandTexts;
        return operands.Length == 3 ? operands[1].Split('|').ToImmutableArray() : ImmutableArray<string>.Empty;
    }
}

/// <summary>What the parts of a listing share.</summary>
internal sealed class ListingContext
{
    public required Source.SourceFile File { get; init; }

    public required Source.Target Target { get; init; }

    public required AsmArchitecture? Architecture { get; init; }

    public required Func<string, string> Resolve { get; init; }

    /// <summary>Names for the small programs that operands are typed with; made on first use.</summary>
    public Lazy<AsmNameTable> Names { get; init; } = new(static () => new AsmNameTable());
}
