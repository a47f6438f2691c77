using System.Collections.Immutable;
using System.Globalization;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>
/// The pieces of a value in the order of memory, with the names that vet's asmdecl has for them (golang.org/x/tools/go/analysis/passes/asmdecl, appendComponentsRecursive). What has no size has no pieces.
/// </summary>
internal sealed class PartCollector(GoSizes sizes, string packagePath)
{
    private const int MaxParts = 1024;
    private const int MaxDepth = 100;
    private const int MaxSteps = 1 << 16;

    private readonly ImmutableArray<AbiPart>.Builder found = ImmutableArray.CreateBuilder<AbiPart>();
    private int steps;
    private bool isComplete;

    public ImmutableArray<AbiPart> Collect(GoType type, string? written, out bool hasAll)
    {
        found.Clear();
        steps = 0;
        isComplete = true;
        Add(type, "", "", 0, 0);
        hasAll = isComplete;
        if (written is not null && found.Count == 1 && found[0].Suffix.Length == 0)
        {
            found[0] = found[0] with { Type = written };
        }

        return found.ToImmutable();
    }

    private void Add(GoType type, string suffix, string path, long offset, int depth)
    {
        var size = sizes.SizeOf(type);
        if (size == 0)
        {
            return;
        }

        if (found.Count >= MaxParts || depth > MaxDepth || steps++ > MaxSteps)
        {
            isComplete = false;
            return;
        }

        var word = sizes.WordSize;
        switch (type.Underlying)
        {
            case GoStructType structure:
                var offsets = sizes.OffsetsOf(structure);
                for (var i = 0; i < offsets.Length; i++)
                {
                    var field = structure.Fields[i];
                    Add(field.Type, suffix + "_" + field.Name, path + "." + field.Name, offset + offsets[i], depth + 1);
                }

                break;
            case GoArrayType array:
                var step = sizes.SizeOf(array.Element);
                for (long i = 0; i < array.Length && isComplete; i++)
                {
                    var index = i.ToString(CultureInfo.InvariantCulture);
                    Add(array.Element, suffix + "_" + index, path + "[" + index + "]", offset + (i * step), depth + 1);
                }

                break;
            case GoSliceType:
                AddPart("_base", ".ptr", AbiPartKind.Pointer, "*uint8", 0, word);
                AddPart("_len", ".len", AbiPartKind.Signed, "int", word, word);
                AddPart("_cap", ".cap", AbiPartKind.Signed, "int", 2 * word, word);
                break;
            case GoInterfaceType @interface:
                var isEmpty = IsEmpty(@interface);
                AddPart(isEmpty ? "_type" : "_itable", isEmpty ? ".type" : ".itab", AbiPartKind.Pointer, "unsafe.Pointer", 0, word);
                AddPart("_data", ".data", AbiPartKind.Pointer, "unsafe.Pointer", word, word);
                break;
            case GoBasicType { Kind: GoBasicKind.String }:
                AddPart("_base", ".ptr", AbiPartKind.Pointer, "*uint8", 0, word);
                AddPart("_len", ".len", AbiPartKind.Signed, "int", word, word);
                break;
            case GoBasicType { Kind: GoBasicKind.Complex64 or GoBasicKind.Complex128 }:
                var half = size == 8 ? "float32" : "float64";
                AddPart("_real", ".real", AbiPartKind.Float, half, 0, size / 2);
                AddPart("_imag", ".imag", AbiPartKind.Float, half, size / 2, size / 2);
                break;
            case GoBasicType basic:
                AddPart("", "", KindOf(basic), CompilerTypeName.Of(type, packagePath), 0, size);
                break;
            default:
                AddPart("", "", AbiPartKind.Pointer, CompilerTypeName.Of(type, packagePath), 0, size);
                break;
        }

        void AddPart(string name, string member, AbiPartKind kind, string typeName, long at, long partSize) =>
            found.Add(new AbiPart(suffix + name, path + member, kind, typeName, offset + at, partSize));
    }

    /// <summary>True for an interface without methods, embedded ones included.</summary>
    public static bool IsEmpty(GoInterfaceType type, int depth = 0)
    {
        if (!type.ExplicitMethods.IsEmpty || depth > MaxDepth)
        {
            return false;
        }

        foreach (var embedded in type.Embedded)
        {
            if (embedded.Underlying is not GoInterfaceType inner || !IsEmpty(inner, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static AbiPartKind KindOf(GoBasicType type) =>
        type.Kind == GoBasicKind.Bool ? AbiPartKind.Boolean
        : type.Kind == GoBasicKind.UnsafePointer ? AbiPartKind.Pointer
        : !type.IsInteger ? AbiPartKind.Float
        : type.IsUnsigned ? AbiPartKind.Unsigned
        : AbiPartKind.Signed;
}
