using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>From where some source is read: its package, its names, and the type parameters that are declared around it.</summary>
internal sealed class TypeContext(GoTypeSession session, GoPackageScope owner, TypeNames names, TypeContext? outer = null)
{
    private Dictionary<string, GoTypeParameter>? parameters;

    public GoTypeSession Session { get; } = session;

    public GoPackageScope Owner { get; } = owner;

    public TypeNames Names { get; } = names;

    /// <summary>The type that an interface literal found now is the right side of; its methods are called after it.</summary>
    public GoNamedType? Declaring { get; init; }

    /// <summary>A context in which these type parameters are declared as well. Of a name given twice the first counts.</summary>
    public TypeContext With(ImmutableArray<GoTypeParameter> added, GoNamedType? declaring = null)
    {
        if (added.IsEmpty && declaring is null)
        {
            return this;
        }

        var inner = new TypeContext(Session, Owner, Names, this) { Declaring = declaring };
        foreach (var parameter in added)
        {
            inner.parameters ??= new Dictionary<string, GoTypeParameter>(StringComparer.Ordinal);
            if (!inner.parameters.ContainsKey(parameter.Name))
            {
                inner.parameters.Add(parameter.Name, parameter);
            }
        }

        return inner;
    }

    /// <summary>The type parameter of that name; null where none is declared around here.</summary>
    public GoTypeParameter? FindParameter(string name)
    {
        for (var context = this; context is not null; context = context.Outer)
        {
            if (context.parameters is not null && context.parameters.TryGetValue(name, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private TypeContext? Outer { get; } = outer;
}
