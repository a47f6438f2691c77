using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit.Sdk;

namespace GoAbi.Testing;

/// <summary>
/// Compares a result with a file beside the test, as Verify does: <c>Type.Method.verified.txt</c> is what is expected; where
/// the result differs, <c>Type.Method.received.txt</c> appears and the failure shows the difference.
/// <c>eng/accept-snapshots</c> makes every received file the verified one.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares; a missing verified file fails too.</summary>
    /// <param name="actual">The result.</param>
    /// <param name="variant">Tells several snapshots of one method apart; null for one only.</param>
    /// <param name="extension">Of the files, without the dot.</param>
    /// <param name="scrubbers">Applied in order: replace what differs from run to run.</param>
    /// <param name="method">Filled in by the compiler.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    public static void Match(
        string actual,
        string? variant = null,
        string extension = "txt",
        IEnumerable<Func<string, string>>? scrubbers = null,
        [CallerMemberName] string method = "",
        [CallerFilePath] string sourceFile = "")
    {
        foreach (var scrub in scrubbers ?? [])
        {
            actual = scrub(actual);
        }

        var name = Path.GetFileNameWithoutExtension(sourceFile) + "." + method + (variant is null ? "" : "_" + variant);
        var prefix = Path.Combine(Path.GetDirectoryName(sourceFile)!, name);
        var verifiedFile = prefix + ".verified." + extension;
        var receivedFile = prefix + ".received." + extension;
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : null;
        if (verified == actual)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        throw new XunitException(
            (verified is null ? "There is no " : "The result differs from ") + Path.GetFileName(verifiedFile)
            + ". If it is right, run eng/accept-snapshots.\n" + Diff(verified ?? "", actual));
    }

    private static string Diff(string before, string after)
    {
        var text = new StringBuilder();
        foreach (var line in new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after).Lines)
        {
            text.Append(line.Type switch
            {
                ChangeType.Inserted => "+ ",
                ChangeType.Deleted => "- ",
                _ => "  ",
            }).Append(line.Text).Append('\n');
        }

        return text.ToString();
    }
}
