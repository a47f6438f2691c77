namespace GoAbi.Generator;

/// <summary>What an item says about a file: nothing that its parsing depends on.</summary>
/// <param name="Path">The file.</param>
/// <param name="Target">Its targets; "" for the project's.</param>
/// <param name="Namespace">Its namespace; "" for the project's.</param>
internal sealed record GoFilePlace(string Path, string Target, string Namespace);
