using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace GoAbi.ApiReference;

/// <summary>A member as users see it: its declaration, and what its comment says.</summary>
/// <param name="Id">The key of its comment.</param>
/// <param name="Declaration">In C#, without body.</param>
/// <param name="Summary">The comment's summary as Markdown; "" where it is inherited; null where there is no comment.</param>
public sealed record ApiMember(string Id, string Declaration, string? Summary);

/// <summary>A public type and its members, sorted.</summary>
/// <param name="FullName">With namespace; nested types behind a dot.</param>
/// <param name="Itself">Its declaration and comment.</param>
/// <param name="Members">What it declares.</param>
public sealed record ApiType(string FullName, ApiMember Itself, ImmutableArray<ApiMember> Members);

/// <summary>What a library shows to others.</summary>
public sealed class ApiPackage
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private ApiPackage(string name, ImmutableArray<ApiType> types)
    {
        Name = name;
        Types = types;
    }

    /// <summary>The libraries, which are packages of the same name.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "GoAbi.Analysis", "GoAbi.Asm", "GoAbi.Binary", "GoAbi.Conventions", "GoAbi.Go",
        "GoAbi.Reporting", "GoAbi.Roslyn", "GoAbi.Runtime", "GoAbi.Source", "GoAbi.Workspace",
    ];

    /// <summary>The library's name.</summary>
    public string Name { get; }

    /// <summary>Its public types, sorted by name.</summary>
    public ImmutableArray<ApiType> Types { get; }

    /// <summary>Reads a library that lies beside this one, and the comments beside it.</summary>
    public static ApiPackage Load(string name)
    {
        var assembly = Assembly.Load(name);
        var comments = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .GroupBy(static member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => CommentText.Summary(group.First()), StringComparer.Ordinal);

        // A name in angle brackets is the compiler's own: what extension blocks declare is shown as the methods that they become.
        var types = assembly.GetExportedTypes()
            .Where(static type => !type.FullName!.Contains('<', StringComparison.Ordinal))
            .Select(type => ReadType(type, comments))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal);
        return new ApiPackage(name, [.. types]);
    }

    private static ApiType ReadType(Type type, Dictionary<string, string> comments)
    {
        ApiMember Member(MemberInfo member, string declaration)
        {
            var id = CommentIds.Of(member);
            return new ApiMember(id, declaration, comments.GetValueOrDefault(id));
        }

        var members = new List<ApiMember>();
        if (!typeof(Delegate).IsAssignableFrom(type))
        {
            foreach (var member in type.GetMembers(Declared).Where(IsShown))
            {
                if (Declarations.Of(member) is { } declaration)
                {
                    members.Add(Member(member, declaration));
                }
            }
        }

        members.Sort(static (a, b) => string.CompareOrdinal(a.Declaration, b.Declaration));
        return new ApiType(CommentIds.Of(type)[2..], Member(type, Declarations.OfType(type)), [.. members]);
    }

    private static bool IsShown(MemberInfo member) => member switch
    {
        // What the compiler adds to records has no declaration that anybody wrote.
        _ when member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null => false,
        MethodInfo method => IsShown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        ConstructorInfo constructor => IsShown((MethodBase)constructor) && !constructor.IsStatic,
        PropertyInfo property => property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(IsShown),
        EventInfo e => IsShown(e.AddMethod!),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        _ => false,
    };

    private static bool IsShown(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);
}
