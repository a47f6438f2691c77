namespace GoAbi.Go;

/// <summary>How the names in some source are looked up: the seam between types and scopes.</summary>
internal abstract class TypeNames
{
    /// <summary>What an identifier denotes; null where nothing at hand declares it, and for type parameters that have no object here.</summary>
    public abstract GoObject? Find(GoNode identifier);

    /// <summary>What p.Name denotes where p is a package; null where it is none or lacks the name.</summary>
    public abstract GoObject? FindQualified(GoNode selector, out bool isPackage);
}

/// <summary>Names of a package whose function bodies are bound too.</summary>
internal sealed class BoundNames(GoBinding binding) : TypeNames
{
    // The type parameters that a receiver names are declared where they stand.
    public override GoObject? Find(GoNode identifier) =>
        binding.Resolve(identifier).Object ?? (binding.DeclaredBy(identifier) is { IsTypeParameter: true } parameter ? parameter : null);

    public override GoObject? FindQualified(GoNode selector, out bool isPackage)
    {
        var operand = selector[0];
        isPackage = operand.Kind == GoSyntaxKind.Identifier && binding.Resolve(operand) is { Object.Kind: GoObjectKind.PackageName };
        return isPackage ? binding.Resolve(selector[1]).Object : null;
    }
}

/// <summary>Names outside functions, by the file's imports and the package's declarations.</summary>
internal sealed class DeclarationNames(FileScope scope) : TypeNames
{
    public override GoObject? Find(GoNode identifier) => scope.Find(identifier.Text);

    public override GoObject? FindQualified(GoNode selector, out bool isPackage)
    {
        var operand = selector[0];
        var package = operand.Kind == GoSyntaxKind.Identifier ? scope.Find(operand.Text) : null;
        isPackage = package is { Kind: GoObjectKind.PackageName };
        return isPackage ? FileScope.FindMember(package!, selector[1].Text) : null;
    }
}
