using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Fuzz.Parity;

/// <summary>A file that both sides read.</summary>
/// <param name="Path">Where it is for ours, and where it is written for the assembler.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Target">What for.</param>
/// <param name="Package">Its package's import path.</param>
/// <param name="Includes">Directories that #include searches after the file's own and before the toolchain's.</param>
public sealed record ParityInput(string Path, byte[] Content, Target Target, string Package, ImmutableArray<string> Includes);
