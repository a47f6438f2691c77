namespace GoAbi.Go;

/// <summary>Why a file of a package's directory is or is not part of the package for a target.</summary>
public enum GoFileSelection
{
    /// <summary>It is part of the package.</summary>
    Selected,

    /// <summary>Its name starts with "_" or "."; the go command does not mention such files.</summary>
    HiddenName,

    /// <summary>Its extension means nothing to the go command.</summary>
    UnknownExtension,

    /// <summary>The GOOS or GOARCH at the end of its name is not the target's.</summary>
    NameSuffix,

    /// <summary>Its build constraint does not hold.</summary>
    BuildConstraint,

    /// <summary>It needs cgo (imports "C", or is assembly for the C compiler), and cgo is off or the package does not use it.</summary>
    NeedsCgo,

    /// <summary>It is a C, C++, Objective-C, Fortran, SWIG or object file, which only cgo's compilers read.</summary>
    ForeignLanguage,

    /// <summary>Its package clause is <c>package documentation</c>.</summary>
    Documentation,

    /// <summary>Its package clause names another package than the directory's.</summary>
    OtherPackage,

    /// <summary>Its build constraint can't be read.</summary>
    InvalidConstraint,

    /// <summary>It could not be read.</summary>
    Unreadable,

    /// <summary>It is a test, and tests were not asked for.</summary>
    Test,
}

/// <summary>A file of a package's directory that is not part of the package.</summary>
/// <param name="Path">The file.</param>
/// <param name="Selection">Why not.</param>
/// <param name="Reason">The same in words, for example "needs GOOS windows".</param>
public readonly record struct GoIgnoredFile(string Path, GoFileSelection Selection, string Reason);
