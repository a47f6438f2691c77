using System;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace GoAbi.ApiReference;

/// <summary>The keys that the compiler gives comments: T:, M:, P:, F:, E: and a name.</summary>
internal static class CommentIds
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + NameOf(type),
        FieldInfo field => "F:" + NameOf(field.DeclaringType!) + "." + field.Name,
        EventInfo e => "E:" + NameOf(e.DeclaringType!) + "." + e.Name,
        PropertyInfo property => "P:" + NameOf(property.DeclaringType!) + "." + property.Name + Parameters(property.GetIndexParameters()),
        ConstructorInfo constructor => "M:" + NameOf(constructor.DeclaringType!) + ".#ctor" + Parameters(constructor.GetParameters()),
        MethodInfo method => "M:" + NameOf(method.DeclaringType!) + "." + method.Name.Replace('.', '#')
            + (method.IsGenericMethod ? "``" + method.GetGenericArguments().Length.ToString(CultureInfo.InvariantCulture) : "")
            + Parameters(method.GetParameters())
            + (method.Name is "op_Implicit" or "op_Explicit" ? "~" + Reference(method.ReturnType) : ""),
        _ => throw new ArgumentException("No comment can stand there: " + member, nameof(member)),
    };

    private static string NameOf(Type type) => (type.DeclaringType is { } outer ? NameOf(outer) : type.Namespace) + "." + type.Name;

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : "(" + string.Join(',', parameters.Select(static parameter => Reference(parameter.ParameterType))) + ")";

    private static string Reference(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition.ToString(CultureInfo.InvariantCulture);
        }

        if (type.HasElementType)
        {
            var rank = type.IsArray ? type.GetArrayRank() : 0;
            return Reference(type.GetElementType()!)
                + (type.IsByRef ? "@" : type.IsPointer ? "*" : rank == 1 ? "[]" : "[" + string.Join(',', Enumerable.Repeat("0:", rank)) + "]");
        }

        if (!type.IsGenericType)
        {
            return NameOf(type);
        }

        var arguments = type.GetGenericArguments();
        var text = NameOf(type.GetGenericTypeDefinition());
        var at = text.LastIndexOf('`');
        return at < 0 ? text : text[..at] + "{" + string.Join(',', arguments.Select(Reference)) + "}" + text[(at + 2)..];
    }
}
