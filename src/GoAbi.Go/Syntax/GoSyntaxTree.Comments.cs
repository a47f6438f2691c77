using System;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <content>What comments say to the toolchain.</content>
public sealed partial class GoSyntaxTree
{
    /// <summary>All directives in order: //go:..., //line, /*line*/ and //export.</summary>
    public ImmutableArray<GoDirective> Directives { get; }

    /// <summary>The build constraints of the file's header: see <see cref="GoBuildConstraints"/>.</summary>
    public ImmutableArray<GoBuildConstraintLine> BuildConstraints => throw new NotImplementedException();

    /// <summary>
    /// The directives that apply to a declaration: those between the token before it and its first token. As in the
    /// compiler an empty line in between changes nothing.
    /// </summary>
    public ImmutableArray<GoDirective> DirectivesBefore(GoNode decl) => throw new NotImplementedException();

    /// <summary>
    /// The C code in the comment before <c>import "C"</c>; empty where there is no comment, null where
    /// <paramref name="importDecl"/> does not import "C".
    /// </summary>
    public string? CgoPreamble(GoNode importDecl) => throw new NotImplementedException();
}
