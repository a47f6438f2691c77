using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A //go:linkname or //go:linknamestd directive. It applies to the package-level name, wherever in the file it stands.</summary>
/// <param name="LocalName">The name in this package.</param>
/// <param name="Target">The linker's symbol; null for the form with one argument, which only marks the name.</param>
/// <param name="Location">The comment.</param>
/// <param name="IsStdOnly">True for go:linknamestd.</param>
public sealed record GoLinkname(string LocalName, string? Target, SourceLocation Location, bool IsStdOnly);
