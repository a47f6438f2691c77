using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace GoAbi.Fuzz.Running;

/// <summary>Writes what failed into a directory: the input, the header that it includes, and what happened.</summary>
public static class FailureFiles
{
    /// <summary>Writes all of a run.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The name of an input.</param>
    /// <param name="failures">What failed.</param>
    public static void Write(string directory, string name, IReadOnlyList<FuzzFailure> failures)
    {
        for (var i = 0; i < failures.Count; i++)
        {
            var failure = failures[i];
            var path = Path.Combine(directory, "failure" + (i + 1).ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(path);
            File.WriteAllBytes(Path.Combine(path, name), failure.Example.Main);
            if (failure.Example.Header.Length > 0)
            {
                File.WriteAllBytes(Path.Combine(path, "a.h"), failure.Example.Header);
            }

            File.WriteAllText(
                Path.Combine(path, "report.txt"),
                string.Create(CultureInfo.InvariantCulture, $"{failure.Key}\n{failure.Count} inputs, this one number {failure.Example.Index}, {failure.Example.Target}\n\n{failure.Detail}\n"));
        }
    }
}
