using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The go_asm.h that a package's assembly is assembled with.</summary>
/// <param name="File">Its text, named as if it stood beside the assembly.</param>
/// <param name="IsComplete">False where some constant or struct can't be known.</param>
internal sealed record GoAsmHeader(SourceFile File, bool IsComplete)
{
    /// <summary>Makes the header of a package.</summary>
    public static GoAsmHeader Of(GoPackage package, GoPackageScope scope, GoTypeSession types)
    {
        var text = GoAssemblyHeader.Write(scope, types, out var isComplete);
        return new GoAsmHeader(new SourceFile(SourcePath.Combine(package.Directory, "go_asm.h"), SourceText.FromString(text)), isComplete);
    }
}
