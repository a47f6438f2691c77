using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>
/// Types as the compiler writes them in its messages and dumps (cmd/compile/internal/types/fmt.go): other packages by their name, blanks inside "struct {", none for names of its own package.
/// </summary>
internal static class CompilerTypeName
{
    private const int MaxDepth = 40;

    public static string Of(GoType type, string packagePath)
    {
        var text = new StringBuilder();
        Write(text, type, packagePath, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, GoType type, string own, int depth)
    {
        if (depth++ > MaxDepth)
        {
            text.Append("...");
            return;
        }

        switch (type)
        {
            case GoBasicType basic:
                text.Append(basic.Name);
                break;
            case GoNamedType named:
                WriteNamed(text, named, own, depth);
                break;
            case GoTypeParameter parameter:
                text.Append(parameter.Name);
                break;
            case GoPointerType pointer:
                Write(text.Append('*'), pointer.Element, own, depth);
                break;
            case GoSliceType slice:
                Write(text.Append("[]"), slice.Element, own, depth);
                break;
            case GoArrayType array:
                Write(text.Append('[').Append(array.Length.ToString(CultureInfo.InvariantCulture)).Append(']'), array.Element, own, depth);
                break;
            case GoMapType map:
                Write(text.Append("map["), map.Key, own, depth);
                Write(text.Append(']'), map.Element, own, depth);
                break;
            case GoChanType channel:
                text.Append(channel.CanSend ? channel.CanReceive ? "chan " : "chan<- " : "<-chan ");
                var isAmbiguous = channel is { CanSend: true, CanReceive: true } && channel.Element is GoChanType { CanSend: false };
                Write(isAmbiguous ? text.Append('(') : text, channel.Element, own, depth);
                text.Append(isAmbiguous ? ")" : "");
                break;
            case GoSignature signature:
                WriteSignature(text.Append("func"), signature, own, depth);
                break;
            case GoStructType structure:
                WriteStructure(text, structure, own, depth);
                break;
            case GoInterfaceType @interface:
                WriteInterface(text, @interface, own, depth);
                break;
            default:
                text.Append(type);
                break;
        }
    }

    private static void WriteNamed(StringBuilder text, GoNamedType named, string own, int depth)
    {
        if (named.PackagePath is { Length: > 0 } path && path != own)
        {
            text.Append(path, path.LastIndexOf('/') + 1, path.Length - path.LastIndexOf('/') - 1).Append('.');
        }

        text.Append(named.Name);
        if (!named.TypeArguments.IsEmpty)
        {
            WriteList(text.Append('['), named.TypeArguments, ",", own, depth);
            text.Append(']');
        }
    }

    private static void WriteList(StringBuilder text, ImmutableArray<GoType> types, string separator, string own, int depth)
    {
        for (var i = 0; i < types.Length; i++)
        {
            Write(i == 0 ? text : text.Append(separator), types[i], own, depth);
        }
    }

    private static void WriteSignature(StringBuilder text, GoSignature signature, string own, int depth)
    {
        text.Append('(');
        for (var i = 0; i < signature.Parameters.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (signature.IsVariadic && i == signature.Parameters.Length - 1 && signature.Parameters[i] is GoSliceType last)
            {
                Write(text.Append("..."), last.Element, own, depth);
            }
            else
            {
                Write(text, signature.Parameters[i], own, depth);
            }
        }

        text.Append(')');
        if (signature.Results.Length == 1)
        {
            Write(text.Append(' '), signature.Results[0], own, depth);
        }
        else if (signature.Results.Length > 1)
        {
            WriteList(text.Append(" ("), signature.Results, ", ", own, depth);
            text.Append(')');
        }
    }

    private static void WriteStructure(StringBuilder text, GoStructType structure, string own, int depth)
    {
        text.Append("struct {");
        for (var i = 0; i < structure.Fields.Length; i++)
        {
            var field = structure.Fields[i];
            text.Append(i == 0 ? " " : "; ");
            Write(field.IsEmbedded ? text : text.Append(field.Name).Append(' '), field.Type, own, depth);
        }

        text.Append(structure.Fields.IsEmpty ? "}" : " }");
    }

    private static void WriteInterface(StringBuilder text, GoInterfaceType type, string own, int depth)
    {
        var methods = type.ExplicitMethods.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        var separator = " ";
        text.Append("interface {");
        foreach (var method in methods)
        {
            WriteSignature(text.Append(separator).Append(method.Name), method.Signature, own, depth);
            separator = "; ";
        }

        foreach (var embedded in type.Embedded)
        {
            Write(text.Append(separator), embedded, own, depth);
            separator = "; ";
        }

        text.Append(methods.IsEmpty && type.Embedded.IsEmpty ? "}" : " }");
    }
}
