using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace GoAbi.ApiReference;

/// <summary>Types as C# spells them, without namespaces; references that may be null end in a question mark.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(object)] = "object",
        [typeof(void)] = "void", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    public static string Of(FieldInfo field) => Of(field.FieldType, new NullabilityInfoContext().Create(field), isRead: true);

    public static string Of(PropertyInfo property) => Of(property.PropertyType, new NullabilityInfoContext().Create(property), property.CanRead);

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), isRead: parameter.IsOut);

    public static string OfReturn(MethodInfo method) =>
        (method.ReturnType.IsByRef ? "ref " : "") + Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter), isRead: true);

    public static string Of(Type type) => Of(type, null, isRead: true);

    /// <summary>The name alone.</summary>
    public static string Plain(Type type) => type.Name.Split('`')[0];

    private static string Of(Type type, NullabilityInfo? nullability, bool isRead)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability?.ElementType ?? nullability, isRead);
        }

        var mark = !type.IsValueType && (isRead ? nullability?.ReadState : nullability?.WriteState) == NullabilityState.Nullable ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, null, isRead) + "?";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword + mark;
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!, nullability?.ElementType, isRead) + "[" + new string(',', type.GetArrayRank() - 1) + "]" + mark;
        }

        if (type.IsPointer)
        {
            return Of(type.GetElementType()!) + "*";
        }

        if (!type.IsGenericType)
        {
            return Outer(type) + type.Name + mark;
        }

        // Of a nested type's arguments the outer type's come first, and are its own.
        var all = type.GetGenericArguments();
        var arguments = all.Select((argument, i) => nullability?.GenericTypeArguments is { } inner && i < inner.Length ? Of(argument, inner[i], isRead) : Of(argument)).ToArray();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
        {
            return "(" + string.Join(", ", arguments) + ")";
        }

        var own = all.Length - (type.DeclaringType?.GetGenericArguments().Length ?? 0);
        return Outer(type) + Plain(type) + (own == 0 || type.IsGenericParameter ? "" : "<" + string.Join(", ", arguments[^own..]) + ">") + mark;
    }

    private static string Outer(Type type) => type is { IsNested: true, IsGenericParameter: false } ? Plain(type.DeclaringType!) + "." : "";
}
