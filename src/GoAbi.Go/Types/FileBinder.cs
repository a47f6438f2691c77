using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Go;

/// <summary>
/// Resolves the names of one file: this part walks declarations and functions, the others statements, expressions and
/// composite literals. Only what opens blocks or declares is walked as a tree; everything between is read straight through
/// the node array.
/// </summary>
internal sealed partial class FileBinder
{
    private readonly GoSyntaxTree tree;
    private readonly GoNodeList nodes;
    private readonly FileScope fileScope;
    private readonly DeclaredTypes declaredTypes;
    private readonly LocalScopes scopes;
    private readonly ImmutableArray<GoObject> declarations;
    private readonly int[] uses;
    private readonly List<GoObject> shared = [];
    private readonly Dictionary<GoObject, int> sharedNumbers = [];
    private readonly GrowableArray<int> pending = new();
    private int nextDeclaration;

    public FileBinder(
        GoSyntaxTree tree, FileScope fileScope, DeclaredTypes declaredTypes, LocalScopes scopes, ImmutableArray<GoObject> declarations)
    {
        this.tree = tree;
        nodes = tree.Nodes;
        this.fileScope = fileScope;
        this.declaredTypes = declaredTypes;
        this.scopes = scopes;
        this.declarations = declarations;
        uses = new int[nodes.Length];
        scopes.Reset(tree.NameCount);
    }

    public FileBinding Bind(CancellationToken ct)
    {
        var mark = PushChildren(nodes.Length - 1);
        while (pending.Count > mark)
        {
            ct.ThrowIfCancellationRequested();
            var declaration = pending.Pop();
            switch (nodes[declaration].Kind)
            {
                case GoSyntaxKind.ImportDecl:
                    BindImports(declaration);
                    break;
                case GoSyntaxKind.FuncDecl:
                    BindFunctionDeclaration(declaration);
                    break;
                case GoSyntaxKind.ConstDecl:
                case GoSyntaxKind.VarDecl:
                case GoSyntaxKind.TypeDecl:
                    BindDeclaration(declaration);
                    break;
            }
        }

        return new FileBinding(tree, uses, shared.ToArray(), scopes.Locals.ToArray());
    }

    private int PreviousSibling(int node) => nodes[node].FirstNode - 1;

    // The children of a node, so that popping down to the returned mark gives them in the order of the source.
    private int PushChildren(int node)
    {
        var mark = pending.Count;
        var first = nodes[node].FirstNode;
        for (var child = node - 1; child >= first; child = nodes[child].FirstNode - 1)
        {
            pending.Push(child);
        }

        return mark;
    }

    private void BindImports(int declaration)
    {
        var mark = PushChildren(declaration);
        while (pending.Count > mark)
        {
            var spec = pending.Pop();
            var name = nodes[spec].Kind == GoSyntaxKind.ImportSpec ? PreviousSibling(spec - 1) : 0;
            if (nodes[name].Kind == GoSyntaxKind.Identifier)
            {
                uses[name] = fileScope.PackageNames.TryGetValue(new GoNode(tree, name).Text, out var package)
                    ? NameUse.Pack(NameUse.SharedDeclaration, NumberOf(package))
                    : NameUse.Nothing;
            }
        }
    }

    // Const, var or type at package level or in a function: the names of a ValueSpec count from after it, that of a TypeSpec
    // from the name on (Go spec, "Declarations and scope").
    private void BindDeclaration(int declaration)
    {
        var kind = nodes[declaration].Kind == GoSyntaxKind.ConstDecl ? GoObjectKind.Constant : GoObjectKind.Variable;
        var mark = PushChildren(declaration);
        while (pending.Count > mark)
        {
            var spec = pending.Pop();
            switch (nodes[spec].Kind)
            {
                case GoSyntaxKind.ValueSpec:
                    var type = PreviousSibling(spec - 1);
                    var names = PreviousSibling(type);
                    ScanRange(type, spec);
                    DeclareNames(names, spec, kind, GoObjectTraits.None);
                    break;
                case GoSyntaxKind.TypeSpec:
                    BindTypeSpec(spec);
                    break;
                default:
                    Scan(spec);
                    break;
            }
        }
    }

    private void ScanRange(int firstSibling, int parent)
    {
        for (var child = parent - 1; child >= firstSibling; child = PreviousSibling(child))
        {
            Scan(child);
        }
    }

    private void BindTypeSpec(int spec)
    {
        var type = spec - 1;
        var parameters = PreviousSibling(type);
        Declare(PreviousSibling(parameters), spec, GoObjectKind.TypeName, GoObjectTraits.None);
        if (nodes[parameters].Kind == GoSyntaxKind.None)
        {
            Scan(type);
            return;
        }

        scopes.Open();
        BindTypeParameters(parameters);
        Scan(type);
        scopes.Close();
    }

    // All of a list's type parameters are in scope in all of its constraints (Go spec, "Type parameter declarations").
    private void BindTypeParameters(int parameters)
    {
        DeclareFields(parameters, GoObjectKind.TypeName, GoObjectTraits.TypeParameter, isScoped: true);
        ScanFieldTypes(parameters);
    }

    // Receiver, parameters, results and type parameters belong to the function's block, which is that of its body: types in
    // the signature see the type parameters only, and := at the body's top level sees parameters as its own
    // (Go spec, "Declarations and scope" 4 and 5; go/types: funcType squashes the two scopes).
    private void BindFunctionDeclaration(int function)
    {
        var body = function - 1;
        var signature = PreviousSibling(body);
        var typeParameters = PreviousSibling(signature);
        var name = PreviousSibling(typeParameters);
        var receiver = PreviousSibling(name);
        DeclareShared(name);
        scopes.Open();
        if (nodes[receiver].Kind != GoSyntaxKind.None)
        {
            BindReceiverType(receiver);
        }

        if (nodes[typeParameters].Kind != GoSyntaxKind.None)
        {
            BindTypeParameters(typeParameters);
        }

        BindSignatureTypes(signature);
        if (nodes[receiver].Kind != GoSyntaxKind.None)
        {
            DeclareFields(receiver, GoObjectKind.Variable, GoObjectTraits.Receiver, isScoped: true);
        }

        BindBody(signature, body);
        scopes.Close();
    }

    private void BindFunctionLiteral(int literal)
    {
        var body = literal - 1;
        var signature = PreviousSibling(body);
        scopes.Open();
        BindSignatureTypes(signature);
        BindBody(signature, body);
        scopes.Close();
    }

    private void BindSignatureTypes(int signature)
    {
        if (nodes[signature].Kind == GoSyntaxKind.Signature)
        {
            ScanFieldTypes(signature - 1);
            ScanFieldTypes(PreviousSibling(signature - 1));
        }
    }

    private void BindBody(int signature, int body)
    {
        if (nodes[signature].Kind == GoSyntaxKind.Signature)
        {
            var results = signature - 1;
            DeclareFields(PreviousSibling(results), GoObjectKind.Variable, GoObjectTraits.Parameter, isScoped: true);
            DeclareFields(results, GoObjectKind.Variable, GoObjectTraits.Result, isScoped: true);
        }

        if (nodes[body].Kind == GoSyntaxKind.Block)
        {
            var labelScope = OpenLabels();
            BindStatements(body);
            CloseLabels(labelScope);
        }
    }

    // In (r *T[P, Q]) the P and Q are declared here, T is a use (Go spec, "Method declarations").
    private void BindReceiverType(int receiver)
    {
        var mark = PushChildren(receiver);
        while (pending.Count > mark)
        {
            var field = pending.Pop();
            if (nodes[field].Kind != GoSyntaxKind.Field)
            {
                continue;
            }

            var type = PreviousSibling(field - 1);
            while (nodes[type].Kind is GoSyntaxKind.Star or GoSyntaxKind.Paren)
            {
                type--;
            }

            if (nodes[type].Kind != GoSyntaxKind.Index)
            {
                Scan(type);
                continue;
            }

            var inner = PushChildren(type);
            Scan(pending.Pop());
            while (pending.Count > inner)
            {
                var parameter = pending.Pop();
                if (nodes[parameter].Kind == GoSyntaxKind.Identifier)
                {
                    Declare(parameter, field, GoObjectKind.TypeName, GoObjectTraits.TypeParameter);
                }
                else
                {
                    Scan(parameter);
                }
            }
        }
    }
}
