using System.Globalization;
using GoAbi.Conventions;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>The pieces of a value, under the names that vet's asmdecl has for them (golang.org/x/tools/go/analysis/passes/asmdecl, appendComponentsRecursive).</summary>
internal sealed class ArgumentPieceBuilder(GoSizes sizes, bool isBigEndian)
{
    private const int MaxPieces = 4096;
    private const int MaxDepth = 100;

    private int count;

    /// <summary>False where a value has more pieces than are made.</summary>
    public bool IsComplete { get; private set; } = true;

    public ArgumentPiece Build(AbiValue value, string name, long offset)
    {
        count = 0;
        return Add(value.Type, value.TypeName, name, offset, null, 0);
    }

    private ArgumentPiece Add(GoType type, string typeName, string name, long offset, ArgumentPiece? parent, int depth)
    {
        var size = sizes.SizeOf(type);
        var piece = new ArgumentPiece(name, typeName, KindOf(type), offset, size, parent);
        parent?.Pieces.Add(piece);
        if (++count > MaxPieces || depth > MaxDepth)
        {
            IsComplete = false;
            return piece;
        }

        var word = sizes.WordSize;
        switch (type.Underlying)
        {
            case GoStructType structure:
                var offsets = sizes.OffsetsOf(structure);
                for (var i = 0; i < offsets.Length && IsComplete; i++)
                {
                    var field = structure.Fields[i];
                    Add(field.Type, field.Type.ToString(), name + "_" + field.Name, offset + offsets[i], piece, depth + 1);
                }

                break;
            case GoArrayType array:
                var step = sizes.SizeOf(array.Element);
                for (long i = 0; i < array.Length && IsComplete && step > 0; i++)
                {
                    Add(array.Element, array.Element.ToString(), name + "_" + i.ToString(CultureInfo.InvariantCulture), offset + (i * step), piece, depth + 1);
                }

                break;
            case GoSliceType:
                Word(piece, "_base", "slice base", 0);
                Word(piece, "_len", "slice len", word);
                Word(piece, "_cap", "slice cap", 2 * word);
                break;
            case GoInterfaceType @interface:
                var isEmpty = @interface.Methods.IsEmpty;
                Word(piece, isEmpty ? "_type" : "_itable", isEmpty ? "interface type" : "interface itable", 0);
                Word(piece, "_data", "interface data", word);
                break;
            case GoBasicType { IsString: true }:
                Word(piece, "_base", "string base", 0);
                Word(piece, "_len", "string len", word);
                break;
            case GoBasicType { Kind: GoBasicKind.Complex64 or GoBasicKind.Complex128 }:
                Part(piece, "_real", "real(" + typeName + ")", 0, size / 2);
                Part(piece, "_imag", "imag(" + typeName + ")", size / 2, size / 2);
                break;
            default:
                if (size == 8 && word == 4)
                {
                    Part(piece, isBigEndian ? "_hi" : "_lo", "half of " + typeName, 0, 4);
                    Part(piece, isBigEndian ? "_lo" : "_hi", "half of " + typeName, 4, 4);
                }

                break;
        }

        return piece;
    }

    private void Word(ArgumentPiece whole, string suffix, string typeName, long at) => Part(whole, suffix, typeName, at, sizes.WordSize);

    private void Part(ArgumentPiece whole, string suffix, string typeName, long at, long size)
    {
        count++;
        whole.Pieces.Add(new ArgumentPiece(whole.Name + suffix, typeName, ArgumentPieceKind.Scalar, whole.Offset + at, size, whole));
    }

    private static ArgumentPieceKind KindOf(GoType type) => type.Underlying switch
    {
        GoStructType or GoArrayType => ArgumentPieceKind.Composite,
        GoSliceType or GoInterfaceType or GoBasicType { IsString: true } => ArgumentPieceKind.Words,
        GoBasicType { Kind: GoBasicKind.Complex64 or GoBasicKind.Complex128 } => ArgumentPieceKind.Complex,
        _ => ArgumentPieceKind.Scalar,
    };
}
