using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GoAbi.ApiReference;

/// <summary>Declarations in C#, as short as they can be without saying less.</summary>
internal static class Declarations
{
    public static string? Of(MemberInfo member) => member switch
    {
        FieldInfo field => Field(field),
        PropertyInfo property => Property(property),
        EventInfo e => Access(e.AddMethod!) + "event " + TypeNames.Of(e.EventHandlerType!) + " " + e.Name,
        ConstructorInfo constructor => Access(constructor) + TypeNames.Plain(constructor.DeclaringType!) + Parameters(constructor.GetParameters()),
        MethodInfo method => Method(method),
        _ => null,
    };

    public static string OfType(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return "public delegate " + TypeNames.OfReturn(invoke) + " " + TypeNames.Of(type) + Parameters(invoke.GetParameters());
        }

        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? (Has<IsReadOnlyAttribute>(type) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + (IsRecord(type) ? "record struct" : "struct")
            : (type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class");
        var inherited = type.GetInterfaces().Except(type.GetInterfaces().SelectMany(static i => i.GetInterfaces()))
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(i => !type.IsEnum && !(IsRecord(type) && i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(TypeNames.Of)
            .Order(StringComparer.Ordinal);
        string[] bases = type.IsEnum ? [TypeNames.Of(Enum.GetUnderlyingType(type))]
            : type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [TypeNames.Of(parent), .. inherited]
            : [.. inherited];
        return "public " + kind + " " + TypeNames.Of(type) + (bases.Length == 0 ? "" : " : " + string.Join(", ", bases)) + Constraints(type.GetGenericArguments());
    }

    private static string Field(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
        {
            return field.Name + " = " + Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture);
        }

        var modifiers = (field.IsPublic ? "public " : "protected ") + (field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : ""));
        return modifiers + TypeNames.Of(field) + " " + field.Name + (field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "");
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.Where(static accessor => accessor is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true }).ToArray();
        var index = property.GetIndexParameters();
        return Access(accessors[0]!) + (Has<RequiredMemberAttribute>(property) ? "required " : "") + TypeNames.Of(property) + " "
            + (index.Length == 0 ? property.Name : "this[" + string.Join(", ", index.Select(Parameter)) + "]") + " { "
            + string.Concat(accessors.Select(accessor => accessor == property.GetMethod ? "get; "
                : accessor!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; "
                : "set; ")) + "}";
    }

    private static string Method(MethodInfo method)
    {
        var arguments = method.GetGenericArguments();
        return Access(method) + TypeNames.OfReturn(method) + " " + method.Name
            + (arguments.Length == 0 ? "" : "<" + string.Join(", ", arguments.Select(static argument => argument.Name)) + ">")
            + Parameters(method.GetParameters(), Has<ExtensionAttribute>(method))
            + Constraints(arguments);
    }

    private static string Access(MethodBase method)
    {
        var access = method.DeclaringType!.IsInterface ? "" : method.IsPublic ? "public " : "protected ";
        if (method is not MethodInfo info)
        {
            return access;
        }

        var isOverride = info.GetBaseDefinition() != info;
        return access + (method.IsStatic ? "static "
            : method.DeclaringType.IsInterface ? ""
            : method.IsAbstract ? (isOverride ? "abstract override " : "abstract ")
            : isOverride ? (method.IsFinal ? "sealed override " : "override ")
            : method is { IsVirtual: true, IsFinal: false } ? "virtual "
            : "");
    }

    private static string Parameters(ParameterInfo[] parameters, bool isExtension = false) =>
        "(" + (isExtension ? "this " : "") + string.Join(", ", parameters.Select(Parameter)) + ")";

    private static string Parameter(ParameterInfo parameter) =>
        (Has<ParamArrayAttribute>(parameter) ? "params " : parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "")
        + TypeNames.Of(parameter) + " " + parameter.Name
        + (parameter.HasDefaultValue ? " = " + (parameter.RawDefaultValue is null ? "default" : Literal(parameter.RawDefaultValue)) : "");

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(static argument => argument.IsGenericParameter).Select(static argument =>
    {
        var attributes = argument.GenericParameterAttributes;
        string[] constraints =
        [
            .. attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? ["struct"]
                : attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"]
                : Array.Empty<string>(),
            .. argument.GetGenericParameterConstraints().Where(static type => type != typeof(ValueType)).Select(TypeNames.Of),
            .. (attributes & (GenericParameterAttributes.DefaultConstructorConstraint | GenericParameterAttributes.NotNullableValueTypeConstraint))
                == GenericParameterAttributes.DefaultConstructorConstraint ? ["new()"] : Array.Empty<string>(),
        ];
        return constraints.Length == 0 ? "" : " where " + argument.Name + " : " + string.Join(", ", constraints);
    }));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static bool Has<T>(ICustomAttributeProvider member)
        where T : Attribute =>
        member.GetCustomAttributes(inherit: false).Any(static attribute => attribute.GetType().FullName == typeof(T).FullName);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"",
        char c => "'" + c + "'",
        bool b => b ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
