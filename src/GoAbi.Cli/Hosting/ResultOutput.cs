using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Where a command's result goes: standard output, or the file of --output, which appears whole or not at all.</summary>
internal sealed class ResultOutput(string? file)
{
    private const int BufferSize = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>True where standard output is a terminal that shows what is written.</summary>
    public bool IsTerminal => file is null && !Console.IsOutputRedirected;

    public async Task WriteAsync(Action<Stream> write, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            await WriteFileAsync(file, write, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), BufferSize);
            write(output);
        }
        catch (IOException)
        {
            // The reader has seen enough and closed the pipe: `goabi calls | head` is no error.
        }
    }

    public Task WriteTextAsync(Action<TextWriter> write, CancellationToken cancellationToken) => WriteAsync(
        stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, BufferSize, leaveOpen: true) { NewLine = "\n" };
            write(writer);
        },
        cancellationToken);

    private static async Task WriteFileAsync(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        write(content);
        using var writer = new AtomicFileWriter();
        try
        {
            await writer.PrepareAsync(Path.GetFullPath(path), content.GetBuffer().AsMemory(0, (int)content.Length), cancellationToken)
                .ConfigureAwait(false);
            writer.Commit();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("cannot write '" + path + "': " + e.Message);
        }
    }
}
