using System;
using System.Threading;

namespace GoAbi.Source;

/// <summary>One file as it was read: where it was and what it held. Immutable; two reads of one file are two objects.</summary>
public sealed class SourceFile
{
    private Func<SourceText>? read;
    private SourceText? text;

    /// <summary>A file that was read.</summary>
    public SourceFile(string path, SourceText text)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        this.text = text ?? throw new ArgumentNullException(nameof(text));
    }

    /// <summary>A file that is read when its text is first asked for.</summary>
    /// <param name="path">See <see cref="Path"/>.</param>
    /// <param name="read">Reads it. Called from any thread, perhaps from several at once; they all get the text of one.</param>
    public SourceFile(string path, Func<SourceText> read)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        this.read = read ?? throw new ArgumentNullException(nameof(read));
    }

    /// <summary>The path by which <see cref="ISourceFiles"/> knows the file: '/' between its parts, absolute or relative as that source of files has it.</summary>
    public string Path { get; }

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => SourcePath.FileName(Path);

    /// <summary>What the file holds.</summary>
    public SourceText Text => text ?? ReadNow();

    /// <inheritdoc/>
    public override string ToString() => Path;

    private SourceText ReadNow()
    {
        // Another thread may have finished in between; then there is nothing left to call.
        if (Volatile.Read(ref read) is { } reader)
        {
            Interlocked.CompareExchange(ref text, reader(), null);
            Volatile.Write(ref read, null);
        }

        return Volatile.Read(ref text)!;
    }
}
