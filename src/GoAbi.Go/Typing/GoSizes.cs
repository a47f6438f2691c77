using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Sizes, alignments and offsets as the compiler lays values out (go/types, SizesFor("gc", ...)).</summary>
public sealed class GoSizes
{
    private const int MaxDepth = 100;

    // Instances of generic types are objects of their own, so that types of types could be without number.
    private const int MaxSteps = 1 << 13;
    private const long MaxSize = 1L << 50; // cmd/compile, types.MaxWidth

    private readonly long word;
    private readonly ConcurrentDictionary<GoNamedType, Layout> known = new();

    private GoSizes(long word)
    {
        this.word = word;
    }

    /// <summary>Bytes of a pointer.</summary>
    public long WordSize => word;

    /// <summary>The sizes of an architecture; 8-byte words for one that is not known.</summary>
    public static GoSizes For(string goarch) => goarch switch
    {
        "386" or "arm" or "mips" or "mipsle" => new GoSizes(4),
        _ => new GoSizes(8),
    };

    /// <summary>How many bytes a value takes; 0 where the type is unknown.</summary>
    public long SizeOf(GoType type) => TrySizeOf(type ?? throw new ArgumentNullException(nameof(type))) ?? 0;

    /// <summary>What a value's address is a multiple of; 1 where the type is unknown.</summary>
    public long AlignOf(GoType type) => TryAlignOf(type ?? throw new ArgumentNullException(nameof(type))) ?? 1;

    /// <summary>Where a field begins.</summary>
    /// <param name="structure">The struct.</param>
    /// <param name="index">Which field.</param>
    public long OffsetOf(GoStructType structure, int index) => OffsetsOf(structure)[index];

    /// <summary>Where each field begins; 0 for fields behind one whose size is unknown.</summary>
    public ImmutableArray<long> OffsetsOf(GoStructType structure)
    {
        var offsets = ImmutableArray.CreateBuilder<long>((structure ?? throw new ArgumentNullException(nameof(structure))).Fields.Length);
        var steps = 0;
        Fields(structure, 1, offsets, 0, ref steps);
        while (offsets.Count < structure.Fields.Length)
        {
            offsets.Add(0);
        }

        return offsets.MoveToImmutable();
    }

    /// <summary>How many bytes a value takes; null where that depends on something unknown or on a type argument, and where no address space would do.</summary>
    public long? TrySizeOf(GoType type) => LayOut(type)?.Size;

    /// <summary>What a value's address is a multiple of; null in the same cases.</summary>
    internal long? TryAlignOf(GoType type) => LayOut(type)?.Alignment;

    private static long Align(long value, long to) => (value + to - 1) / to * to;

    private Layout? LayOut(GoType type)
    {
        var steps = 0;
        return LayOut(type, 0, ref steps);
    }

    private Layout? LayOut(GoType type, int depth, ref int steps)
    {
        if (type is not GoNamedType named)
        {
            return LayOutOne(type, depth, ref steps);
        }

        if (known.TryGetValue(named, out var found))
        {
            return found;
        }

        var layout = LayOutOne(type, depth, ref steps);
        if (layout is { } complete)
        {
            known.TryAdd(named, complete);
        }

        return layout;
    }

    private Layout? LayOutOne(GoType type, int depth, ref int steps)
    {
        if (depth++ > MaxDepth || steps++ > MaxSteps || type is GoTypeParameter)
        {
            return null;
        }

        switch (type.Underlying)
        {
            case GoBasicType basic:
                return OfBasic(basic);
            case GoArrayType array:
                return LayOut(array.Element, depth, ref steps) is { } element ? Repeat(element, array.Length) : null;
            case GoStructType structure:
                return Fields(structure, IsAtomic64(type) ? 8 : 1, null, depth, ref steps);
            case GoSliceType:
                return new Layout(3 * word, word);
            case GoInterfaceType:
                return new Layout(2 * word, word);
            case GoPointerType or GoMapType or GoChanType or GoSignature:
                return new Layout(word, word);
            default:
                return null;
        }
    }

    private static Layout? Repeat(Layout element, long count) =>
        count < 0 || (element.Size > 0 && count > MaxSize / element.Size) ? null : element with { Size = element.Size * count };

    // A zero-size field at the end of a struct that has a size is given a byte, so that its address stays inside (cmd/compile, types.CalcStructSize).
    private Layout? Fields(GoStructType structure, long alignment, ImmutableArray<long>.Builder? offsets, int depth, ref int steps)
    {
        long end = 0;
        long last = 1;
        foreach (var field in structure.Fields)
        {
            if (LayOut(field.Type, depth, ref steps) is not { } layout)
            {
                return null;
            }

            alignment = Math.Max(alignment, layout.Alignment);
            end = Align(end, layout.Alignment);
            offsets?.Add(end);
            end += last = layout.Size;
            if (end > MaxSize)
            {
                return null;
            }
        }

        return new Layout(Align(last == 0 && end > 0 ? end + 1 : end, alignment), alignment);
    }

    // sync/atomic.Int64 and the like are 8-byte aligned on 32-bit machines too, by a marker the compiler knows.
    private static bool IsAtomic64(GoType type) =>
        type is GoNamedType { Name: "align64", PackagePath: "sync/atomic" or "internal/runtime/atomic" or "runtime/internal/atomic" };

    private Layout? OfBasic(GoBasicType basic)
    {
        switch (basic.Kind)
        {
            case GoBasicKind.Bool or GoBasicKind.Int8 or GoBasicKind.Uint8:
                return new Layout(1, 1);
            case GoBasicKind.Int16 or GoBasicKind.Uint16:
                return new Layout(2, 2);
            case GoBasicKind.Int32 or GoBasicKind.Uint32 or GoBasicKind.Float32:
                return new Layout(4, 4);
            case GoBasicKind.Int64 or GoBasicKind.Uint64 or GoBasicKind.Float64:
                return new Layout(8, word);
            case GoBasicKind.Complex64:
                return new Layout(8, 4);
            case GoBasicKind.Complex128:
                return new Layout(16, word);
            case GoBasicKind.String:
                return new Layout(2 * word, word);
            case GoBasicKind.Int or GoBasicKind.Uint or GoBasicKind.Uintptr or GoBasicKind.UnsafePointer:
                return new Layout(word, word);
            default:
                return null;
        }
    }

    private readonly record struct Layout(long Size, long Alignment);
}
