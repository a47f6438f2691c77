using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>A token and the file it is written in.</summary>
internal readonly record struct SourcedToken(LexedToken Token, int Source);

/// <summary>A macro. Formals that stand in the body are found once, when it is defined.</summary>
internal sealed class Macro
{
    private readonly int[]? formalAt;

    public Macro(int nameId, int[]? parameters, SourcedToken[] body, AsmNameTable names)
    {
        NameId = nameId;
        Parameters = parameters;
        Body = body;
        if (parameters is not { Length: > 0 })
        {
            return;
        }

        // Body tokens have '.' for '·', parameters keep it: one with '·' in it never matches (cmd/asm/internal/lex.Make).
        formalAt = new int[body.Length];
        for (var i = 0; i < body.Length; i++)
        {
            var token = body[i].Token;
            formalAt[i] = token.Kind == AsmTokenKind.Identifier ? System.Array.IndexOf(parameters, names.GetCanonical(token.NameId)) : -1;
        }
    }

    public int NameId { get; }

    /// <summary>The formals' names; null for a macro without parentheses.</summary>
    public int[]? Parameters { get; }

    public SourcedToken[] Body { get; }

    /// <summary>Which formal the body's token is; -1 for none.</summary>
    public int FormalAt(int index) => formalAt is null ? -1 : formalAt[index];
}

/// <summary>Macros by name. A small bit set answers for nearly every name that is none.</summary>
internal sealed class MacroTable
{
    private const int FilterMask = 4095;

    private readonly Dictionary<int, Macro> macros = [];
    private readonly ulong[] filter = new ulong[(FilterMask + 1) / 64];

    /// <summary>False where the name certainly is no macro's.</summary>
    public bool MayHave(int nameId) => (filter[(nameId & FilterMask) >> 6] & (1UL << (nameId & 63))) != 0;

    public Macro? Find(int nameId) => MayHave(nameId) && macros.TryGetValue(nameId, out var macro) ? macro : null;

    public void Set(Macro macro)
    {
        macros[macro.NameId] = macro;
        filter[(macro.NameId & FilterMask) >> 6] |= 1UL << (macro.NameId & 63);
    }

    public void Remove(int nameId) => macros.Remove(nameId);
}
