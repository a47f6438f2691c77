using System;
using System.Collections.Generic;
using System.Linq;

namespace GoAbi.Go;

/// <summary>
/// The types of a package in the order in which compilers before go1.20 met them: the declarations from top to bottom, with each what its right side and then the
/// signatures of its methods mention (cmd/compile/internal/noder, irgen.typeDecl and irgen.typ0 of those versions).
/// </summary>
internal sealed class MentionedTypes(GoPackageScope package, GoTypeSession session)
{
    private const int MaxDepth = 200;
    private const int MaxSteps = 1 << 18;
    private const int MaxInstances = 500;

    private readonly HashSet<GoObject> known = [];
    private readonly List<GoObject> order = [];
    private readonly List<GoNamedType> instances = [];
    private readonly Stack<GoNamedType> withoutMethods = new();
    private readonly HashSet<GoTypeParameter> parameters = [];
    private int steps;

    public List<GoObject> Collect()
    {
        foreach (var item in package.Declarations)
        {
            if (item.Kind == GoObjectKind.TypeName)
            {
                Declaration(item);
            }
        }

        return order;
    }

    private void Declaration(GoObject item)
    {
        var type = session.TypeOf(item);
        if (item.IsAlias)
        {
            Mention(type);
            Add(item);
            return;
        }

        Add(item);
        var spec = item.DeclaringNode;
        var context = session.ContextOf(spec.Tree, package);
        Mention(new TypeReader(context.With(session.TypeParametersOf(spec[1], context))).Read(spec[2]));
        if (type is GoNamedType named)
        {
            foreach (var method in session.MethodsOf(named))
            {
                if (method.Name != "_")
                {
                    Mention(session.TypeOf(method));
                }
            }
        }
    }

    private void Add(GoObject item)
    {
        if (item.Name != "_" && known.Add(item))
        {
            order.Add(item);
        }
    }

    // Methods of an instance are looked at when the type in which it was found is complete.
    private void Mention(GoType type)
    {
        Walk(type, 0);
        while (withoutMethods.Count > 0)
        {
            var instance = withoutMethods.Pop();
            if (ReferenceEquals(instance.Object?.Owner, package))
            {
                foreach (var method in session.MethodsOf(instance.Origin))
                {
                    if (session.TypeOf(method) is GoSignature signature && !signature.ReceiverTypeParameters.IsEmpty)
                    {
                        Walk(TypeSubstitution.Of(signature.ReceiverTypeParameters, instance.TypeArguments).Apply(signature), 0);
                    }
                }
            }
        }
    }

    private void Walk(GoType type, int depth)
    {
        if (depth++ > MaxDepth || steps++ > MaxSteps)
        {
            return;
        }

        switch (type)
        {
            case GoNamedType named:
                Named(named, depth);
                break;
            case GoPointerType pointer:
                Walk(pointer.Element, depth);
                break;
            case GoSliceType slice:
                Walk(slice.Element, depth);
                break;
            case GoArrayType array:
                Walk(array.Element, depth);
                break;
            case GoChanType channel:
                Walk(channel.Element, depth);
                break;
            case GoMapType map:
                Walk(map.Key, depth);
                Walk(map.Element, depth);
                break;
            case GoStructType structure:
                WalkAll(structure.Fields.Select(static f => f.Type), depth);
                break;
            case GoSignature signature:
                WalkAll(signature.TypeParameters, depth);
                WalkAll(signature.Parameters, depth);
                WalkAll(signature.Results, depth);
                break;
            case GoInterfaceType @interface:
                // Methods stand sorted, exported ones first (types2, object.less).
                WalkAll(@interface.Embedded, depth);
                WalkAll(
                    @interface.ExplicitMethods.OrderBy(static m => !ImportNames.IsExported(m.Name)).ThenBy(static m => m.Name, StringComparer.Ordinal).Select(static m => m.Signature), depth);
                break;
            case GoUnionType union:
                WalkAll(union.Terms.Select(static t => t.Type), depth);
                break;
            case GoTypeParameter parameter when parameters.Add(parameter):
                Walk(parameter.Constraint, depth);
                break;
        }
    }

    private void WalkAll(IEnumerable<GoType> types, int depth)
    {
        foreach (var type in types)
        {
            Walk(type, depth);
        }
    }

    private void Named(GoNamedType named, int depth)
    {
        WalkAll(named.TypeArguments, depth);
        if (named.Object is { } item && ReferenceEquals(item.Owner, package))
        {
            Add(item);
        }

        if (!named.TypeArguments.IsEmpty && instances.Count < MaxInstances && !instances.Exists(named.IsIdenticalTo))
        {
            instances.Add(named);
            Walk(named.Underlying, depth);
            withoutMethods.Push(named);
        }
    }
}
