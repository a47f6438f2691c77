namespace GoAbi.Go;

/// <content>Single names: declaring and looking up.</content>
internal sealed partial class FileBinder
{
    // What the name of an identifier denotes at this point of the walk, as a NameUse.
    private int LookUp(int identifier)
    {
        var name = tree.NameNumber(identifier);
        if (name < 0)
        {
            return NameUse.Nothing;
        }

        var local = scopes.Find(name);
        if (local >= 0)
        {
            return NameUse.Pack(NameUse.Local, local);
        }

        // Outside functions a name denotes the same thing in the whole file: one search for each name.
        var known = scopes.Outside(name);
        if (known == NameUse.None)
        {
            var text = tree.NameAt(name);
            if (text == "_")
            {
                known = NameUse.Nothing;
            }
            else
            {
                var found = fileScope.Find(text);
                known = found is null ? NameUse.Unresolved : NameUse.Pack(NameUse.Shared, NumberOf(found));
            }

            scopes.SetOutside(name, known);
        }

        return known;
    }

    private int NumberOf(GoObject item)
    {
        if (!sharedNumbers.TryGetValue(item, out var number))
        {
            number = shared.Count;
            shared.Add(item);
            sharedNumbers.Add(item, number);
        }

        return number;
    }

    private void DeclareNames(int list, int declaring, GoObjectKind kind, GoObjectTraits traits)
    {
        var mark = PushChildren(list);
        while (pending.Count > mark)
        {
            Declare(pending.Pop(), declaring, kind, traits);
        }
    }

    // A name of package level where no block is open, else one of the innermost block.
    private void Declare(int identifier, int declaring, GoObjectKind kind, GoObjectTraits traits)
    {
        if (nodes[identifier].Kind != GoSyntaxKind.Identifier)
        {
            return;
        }

        if (!scopes.IsOpen)
        {
            DeclareShared(identifier);
            return;
        }

        var name = tree.NameNumber(identifier);
        if (name >= 0)
        {
            var data = new LocalData(identifier, declaring, kind, traits);
            var local = tree.NameAt(name) == "_" ? scopes.AddUnscoped(data) : scopes.Declare(name, data);
            uses[identifier] = NameUse.Pack(NameUse.LocalDeclaration, local);
        }
    }

    private void DeclareUnscoped(int identifier, int declaring, GoObjectKind kind, GoObjectTraits traits)
    {
        if (nodes[identifier].Kind == GoSyntaxKind.Identifier && tree.NameNumber(identifier) >= 0)
        {
            var local = scopes.AddUnscoped(new LocalData(identifier, declaring, kind, traits));
            uses[identifier] = NameUse.Pack(NameUse.LocalDeclaration, local);
        }
    }

    // The package's scope lists a file's declarations in the order of this walk. It may have been read from another tree of
    // the same file (without bodies), so that names are compared, not nodes.
    private void DeclareShared(int identifier)
    {
        if (nodes[identifier].Kind != GoSyntaxKind.Identifier)
        {
            return;
        }

        var text = new GoNode(tree, identifier).Text;
        for (var i = nextDeclaration; i < declarations.Length; i++)
        {
            if (declarations[i].Name == text)
            {
                nextDeclaration = i + 1;
                uses[identifier] = NameUse.Pack(NameUse.SharedDeclaration, NumberOf(declarations[i]));
                return;
            }
        }

        uses[identifier] = NameUse.Nothing;
    }

    // The names of a list of Fields: parameters, results, type parameters, struct fields.
    private void DeclareFields(int fields, GoObjectKind kind, GoObjectTraits traits, bool isScoped)
    {
        var mark = PushChildren(fields);
        while (pending.Count > mark)
        {
            var field = pending.Pop();
            if (nodes[field].Kind != GoSyntaxKind.Field)
            {
                continue;
            }

            var names = PushChildren(PreviousSibling(PreviousSibling(field - 1)));
            while (pending.Count > names)
            {
                if (isScoped)
                {
                    Declare(pending.Pop(), field, kind, traits);
                }
                else
                {
                    DeclareUnscoped(pending.Pop(), field, kind, traits);
                }
            }
        }
    }

    private void ScanFieldTypes(int fields)
    {
        var first = nodes[fields].FirstNode;
        for (var field = fields - 1; field >= first; field = PreviousSibling(field))
        {
            Scan(nodes[field].Kind == GoSyntaxKind.Field ? PreviousSibling(field - 1) : field);
        }
    }
}
