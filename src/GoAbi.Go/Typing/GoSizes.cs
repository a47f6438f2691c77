using System;

namespace GoAbi.Go;

/// <summary>Sizes, alignments and offsets as the compiler lays values out (go/types, SizesFor("gc", ...)).</summary>
public sealed class GoSizes
{
    private readonly long word;
    private readonly long maxAlign;

    private GoSizes(long word, long maxAlign)
    {
        this.word = word;
        this.maxAlign = maxAlign;
    }

    /// <summary>Bytes of a pointer.</summary>
    public long WordSize => word;

    /// <summary>The sizes of an architecture; 8-byte words for one that is not known.</summary>
    public static GoSizes For(string goarch) => goarch switch
    {
        "386" or "arm" or "mips" or "mipsle" => new GoSizes(4, 4),
        _ => new GoSizes(8, 8),
    };

    /// <summary>How many bytes a value takes; 0 where the type is unknown.</summary>
    public long SizeOf(GoType type) => Math.Max(SizeOf(type, 0), 0);

    /// <summary>What a value's address is a multiple of; 1 where the type is unknown.</summary>
    public long AlignOf(GoType type) => Math.Max(AlignOf(type, 0), 1);

    /// <summary>Where a field begins.</summary>
    /// <param name="structure">The struct.</param>
    /// <param name="index">Which field.</param>
    public long OffsetOf(GoStructType structure, int index)
    {
        if (structure is null)
        {
            throw new ArgumentNullException(nameof(structure));
        }

        long offset = 0;
        for (var i = 0; i <= index; i++)
        {
            offset = Align(offset, AlignOf(structure.Fields[i].Type));
            if (i < index)
            {
                offset += SizeOf(structure.Fields[i].Type);
            }
        }

        return offset;
    }

    private static long Align(long value, long to) => (value + to - 1) / to * to;

    // Below 0 for a type without end, which ends the whole walk: a type that holds itself twice has twice as many parts with each level.
    private long SizeOf(GoType type, int depth)
    {
        if (depth > 100)
        {
            return -1;
        }

        switch (type.Underlying)
        {
            case GoBasicType basic:
                return SizeOfBasic(basic.Kind);
            case GoArrayType array:
                return array.Length <= 0 ? 0 : Multiply(SizeOf(array.Element, depth + 1), array.Length);
            case GoSliceType:
                return 3 * word;
            case GoInterfaceType:
                return 2 * word;
            case GoStructType structure:
                return SizeOfStruct(structure, depth);
            case GoPointerType or GoMapType or GoChanType or GoSignature:
                return word;
            default:
                return 0;
        }
    }

    // A zero-size field at the end of a struct that has a size is given a byte, so that its address stays inside (cmd/compile, types.CalcStructSize).
    private long SizeOfStruct(GoStructType structure, int depth)
    {
        long offset = 0;
        long align = 1;
        for (var i = 0; i < structure.Fields.Length; i++)
        {
            var fieldAlign = AlignOf(structure.Fields[i].Type, depth + 1);
            var size = fieldAlign < 0 ? -1 : SizeOf(structure.Fields[i].Type, depth + 1);
            if (size < 0)
            {
                return -1;
            }

            align = Math.Max(align, fieldAlign);
            offset = Align(offset, fieldAlign) + size;
            if (size == 0 && i == structure.Fields.Length - 1 && offset > 0)
            {
                offset++;
            }
        }

        return Align(offset, align);
    }

    private long AlignOf(GoType type, int depth)
    {
        if (depth > 100)
        {
            return -1;
        }

        switch (type.Underlying)
        {
            case GoArrayType array:
                return AlignOf(array.Element, depth + 1);
            case GoStructType structure:
                long align = IsAtomic64(type) ? 8 : 1;
                foreach (var field in structure.Fields)
                {
                    var fieldAlign = AlignOf(field.Type, depth + 1);
                    if (fieldAlign < 0)
                    {
                        return -1;
                    }

                    align = Math.Max(align, fieldAlign);
                }

                return align;
            case GoBasicType { IsString: true } or GoSliceType or GoInterfaceType:
                return word;
            case GoBasicType { Kind: GoBasicKind.Complex64 }:
                return 4;
            case GoBasicType { Kind: GoBasicKind.Complex128 }:
                return maxAlign;
            default:
                var size = SizeOf(type, depth + 1);
                return size < 1 ? 1 : Math.Min(size, maxAlign);
        }
    }

    // sync/atomic.Int64 and the like are 8-byte aligned on 32-bit machines too, by a marker the compiler knows.
    private static bool IsAtomic64(GoType type) =>
        type is GoNamedType { Name: "align64", PackagePath: "sync/atomic" or "internal/runtime/atomic" or "runtime/internal/atomic" };

    private static long Multiply(long size, long count) => size <= 0 ? size : count <= long.MaxValue / size ? size * count : 0;

    private long SizeOfBasic(GoBasicKind kind) => kind switch
    {
        GoBasicKind.Bool or GoBasicKind.Int8 or GoBasicKind.Uint8 => 1,
        GoBasicKind.Int16 or GoBasicKind.Uint16 => 2,
        GoBasicKind.Int32 or GoBasicKind.Uint32 or GoBasicKind.Float32 => 4,
        GoBasicKind.Int64 or GoBasicKind.Uint64 or GoBasicKind.Float64 or GoBasicKind.Complex64 => 8,
        GoBasicKind.Complex128 => 16,
        GoBasicKind.String => 2 * word,
        GoBasicKind.Int or GoBasicKind.Uint or GoBasicKind.Uintptr or GoBasicKind.UnsafePointer => word,
        _ => 0,
    };
}
