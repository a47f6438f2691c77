namespace GoAbi.Go;

/// <summary>Where an import path leads.</summary>
/// <param name="ImportPath">The package's own import path, which differs from the one written for vendored packages of the standard library ("vendor/golang.org/x/...").</param>
/// <param name="Directory">The package's directory.</param>
/// <param name="IsStandardLibrary">True in GOROOT.</param>
/// <param name="IsInMainModule">True in the module or workspace that is analysed.</param>
/// <param name="ModulePath">The module's path; null in the standard library and outside modules.</param>
/// <param name="ModuleRoot">The module's directory; null where <paramref name="ModulePath"/> is.</param>
public readonly record struct GoPackageLocation(
    string ImportPath, string Directory, bool IsStandardLibrary, bool IsInMainModule, string? ModulePath, string? ModuleRoot);
