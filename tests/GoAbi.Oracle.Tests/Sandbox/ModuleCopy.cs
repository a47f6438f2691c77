using System;
using System.IO;

namespace GoAbi.Oracle.Tests.Sandbox;

/// <summary>A copy of a directory that goes away with the test.</summary>
internal sealed class ModuleCopy : IDisposable
{
    public ModuleCopy(string source)
    {
        Path = Directory.CreateTempSubdirectory("goabi-module-").FullName;
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
