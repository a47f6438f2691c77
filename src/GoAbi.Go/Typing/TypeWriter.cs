using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GoAbi.Go;

/// <summary>Types as text, as go/types writes them (types.TypeString without qualifier), without names of parameters and tags of fields; methods sorted.</summary>
internal static class TypeWriter
{
    private const int MaxDepth = 40;

    public static string Write(GoType type)
    {
        var text = new StringBuilder();
        Write(text, type, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, GoType type, int depth)
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
                text.Append(named.QualifiedName);
                if (!named.TypeArguments.IsEmpty)
                {
                    WriteList(text.Append('['), named.TypeArguments, depth, ",");
                    text.Append(']');
                }

                break;
            case GoTypeParameter parameter:
                text.Append(parameter.Name);
                break;
            case GoPointerType pointer:
                Write(text.Append('*'), pointer.Element, depth);
                break;
            case GoSliceType slice:
                Write(text.Append("[]"), slice.Element, depth);
                break;
            case GoArrayType array:
                Write(text.Append('[').Append(array.Length < 0 ? "?" : array.Length.ToString(CultureInfo.InvariantCulture)).Append(']'), array.Element, depth);
                break;
            case GoMapType map:
                Write(text.Append("map["), map.Key, depth);
                Write(text.Append(']'), map.Element, depth);
                break;
            case GoChanType channel:
                WriteChannel(text, channel, depth);
                break;
            case GoTupleType tuple:
                WriteList(text.Append('('), tuple.Elements, depth, ", ");
                text.Append(')');
                break;
            case GoSignature signature:
                WriteSignature(text.Append("func"), signature, depth);
                break;
            case GoStructType structure:
                WriteStructure(text, structure, depth);
                break;
            case GoInterfaceType @interface:
                WriteInterface(text, @interface, depth);
                break;
            case GoUnionType union:
                WriteUnion(text, union, depth);
                break;
            default:
                text.Append("invalid type");
                break;
        }
    }

    private static void WriteList(StringBuilder text, ImmutableArray<GoType> types, int depth, string separator)
    {
        for (var i = 0; i < types.Length; i++)
        {
            Write(i == 0 ? text : text.Append(separator), types[i], depth);
        }
    }

    private static void WriteChannel(StringBuilder text, GoChanType channel, int depth)
    {
        text.Append(channel.CanSend ? channel.CanReceive ? "chan " : "chan<- " : "<-chan ");
        var needsParentheses = channel is { CanSend: true, CanReceive: true } && channel.Element is GoChanType { CanSend: false };
        Write(needsParentheses ? text.Append('(') : text, channel.Element, depth);
        text.Append(needsParentheses ? ")" : "");
    }

    private static void WriteSignature(StringBuilder text, GoSignature signature, int depth)
    {
        text.Append('(');
        for (var i = 0; i < signature.Parameters.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (signature.IsVariadic && i == signature.Parameters.Length - 1 && signature.Parameters[i] is GoSliceType last)
            {
                Write(text.Append("..."), last.Element, depth);
            }
            else
            {
                Write(text, signature.Parameters[i], depth);
            }
        }

        text.Append(')');
        if (signature.Results.Length == 1)
        {
            Write(text.Append(' '), signature.Results[0], depth);
        }
        else if (signature.Results.Length > 1)
        {
            WriteList(text.Append(" ("), signature.Results, depth, ", ");
            text.Append(')');
        }
    }

    private static void WriteStructure(StringBuilder text, GoStructType structure, int depth)
    {
        text.Append("struct{");
        for (var i = 0; i < structure.Fields.Length; i++)
        {
            var field = structure.Fields[i];
            text.Append(i == 0 ? "" : "; ");
            Write(field.IsEmbedded ? text : text.Append(field.Name).Append(' '), field.Type, depth);
        }

        text.Append('}');
    }

    private static void WriteInterface(StringBuilder text, GoInterfaceType type, int depth)
    {
        var parts = new List<string>();
        foreach (var method in type.ExplicitMethods)
        {
            var part = new StringBuilder(method.Name);
            WriteSignature(part, method.Signature, depth);
            parts.Add(part.ToString());
        }

        parts.Sort(System.StringComparer.Ordinal);
        foreach (var embedded in type.Embedded)
        {
            var part = new StringBuilder();
            Write(part, embedded, depth);
            parts.Add(part.ToString());
        }

        text.Append(parts.Count == 0 ? "interface{}" : "interface{" + string.Join("; ", parts) + "}");
    }

    private static void WriteUnion(StringBuilder text, GoUnionType union, int depth)
    {
        for (var i = 0; i < union.Terms.Length; i++)
        {
            text.Append(i == 0 ? "" : " | ").Append(union.Terms[i].IsTilde ? "~" : "");
            Write(text, union.Terms[i].Type, depth);
        }
    }
}
