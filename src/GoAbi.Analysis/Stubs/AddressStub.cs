using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>One address stub: the assembly function whose address it returns, its name, and the text to insert for it.</summary>
internal sealed class AddressStub
{
    /// <summary>Linker name of the assembly function.</summary>
    public required string Symbol { get; init; }

    /// <summary>The stub's Go name.</summary>
    public required string Name { get; init; }

    /// <summary>What has to be inserted for it, assembly and Go declarations; empty where the stub is there already.</summary>
    public required ImmutableArray<StubInsertion> Insertions { get; init; }
}

/// <summary>A piece of text that a stub needs in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="File">The file as read; null for a new one.</param>
/// <param name="Position">Where, in UTF-16 code units; 0 in a new file.</param>
/// <param name="Header">What a new file starts with; "" for an existing one.</param>
/// <param name="Text">The piece, with LF, without blank lines around it.</param>
/// <param name="ImportsNeeded">Import paths that the piece uses.</param>
internal sealed record StubInsertion(string Path, SourceFile? File, int Position, string Header, string Text, ImmutableArray<string> ImportsNeeded)
{
    /// <summary>The tree of a Go file; null for assembly.</summary>
    public GoSyntaxTree? Tree { get; init; }
}

/// <summary>A fix before its text edits are made: the stub, and the uses that will call it.</summary>
internal sealed record StubFix(AddressStub Stub, IReadOnlyList<AddressStubUse> Uses);
