namespace GoAbi.Go;

/// <summary>
/// What <see cref="FileBinding"/> keeps for one identifier: three bits that say what it is, and a number. A plain integer,
/// because there is one for each node of a tree.
/// </summary>
internal static class NameUse
{
    /// <summary>Not looked at, or nothing to say.</summary>
    public const int None = 0;

    /// <summary>Denotes a thing that this file declares inside a function (or a label): number in the file's locals.</summary>
    public const int Local = 1;

    /// <summary>Denotes an object of package, universe or another package: number in the file's shared objects.</summary>
    public const int Shared = 2;

    /// <summary>Nothing declares it. Number: 0; or 1 + that of the package's name before it; or -1 where the name before it is unresolved.</summary>
    public const int Unresolved = 3;

    /// <summary>A field or method.</summary>
    public const int Member = 4;

    /// <summary>Declares a local.</summary>
    public const int LocalDeclaration = 5;

    /// <summary>Declares a shared object.</summary>
    public const int SharedDeclaration = 6;

    /// <summary>Neither declares nor denotes anything: "_", "." and the like.</summary>
    public const int Nothing = 7;

    public static int Pack(int tag, int number) => tag | (number << 3);

    public static int Tag(int use) => use & 7;

    public static int Number(int use) => use >> 3;
}
