namespace GoAbi.Go;

/// <summary>Which compilation of a directory a package is: with tests the go command compiles a package more than once.</summary>
public enum GoPackageVariant
{
    /// <summary>What importers see and <c>go build</c> makes.</summary>
    Ordinary,

    /// <summary>The ordinary files together with the _test.go files of the same package; the assembly is included again.</summary>
    WithTests,

    /// <summary>The _test.go files of <c>package p_test</c>: a package of its own that imports the variant with tests.</summary>
    ExternalTests,
}
