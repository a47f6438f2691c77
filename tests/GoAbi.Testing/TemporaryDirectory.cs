using System;
using System.IO;
using System.Text;

namespace GoAbi.Testing;

/// <summary>A directory that goes away with the test. Its path has no links in it.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A new, empty directory.</summary>
    public TemporaryDirectory()
    {
        var directory = Directory.CreateTempSubdirectory("goabi-test-");
        Path = directory.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? directory.FullName;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path in it.</summary>
    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file, its directories made; its path.</summary>
    public string Write(string relative, string content) => Write(relative, Utf8.GetBytes(content));

    /// <summary>Writes a file, its directories made; its path.</summary>
    public string Write(string relative, byte[] content)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A copy of a directory with all below it.</summary>
    /// <param name="source">The directory.</param>
    /// <param name="relative">Where the copy goes in a new temporary directory.</param>
    public static TemporaryDirectory CopyOf(string source, string relative = "")
    {
        var copy = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            copy.Write(System.IO.Path.Combine(relative, System.IO.Path.GetRelativePath(source, file)), File.ReadAllBytes(file));
        }

        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A test that fails should fail for its own reason.
        }
        catch (UnauthorizedAccessException)
        {
            // The same.
        }
    }
}
