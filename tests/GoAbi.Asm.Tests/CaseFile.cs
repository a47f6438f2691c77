using System;
using System.Collections.Generic;
using System.IO;
using Xunit;

namespace GoAbi.Asm.Tests;

/// <summary>Files of cases: "input => expected" on a line; # begins a comment; \n, \t and \r stand for themselves in the input.</summary>
internal static class CaseFile
{
    public static TheoryData<int, string, string> Read(string name)
    {
        var data = new TheoryData<int, string, string>();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", name)))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("## ", StringComparison.Ordinal))
            {
                continue;
            }

            var at = line.IndexOf(" => ", StringComparison.Ordinal);
            Assert.True(at >= 0, name + ":" + number + " has no ' => '");
            data.Add(number, Unescape(line[..at]), line[(at + 4)..].Trim());
        }

        return data;
    }

    private static string Unescape(string text) =>
        text.Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace("\\r", "\r", StringComparison.Ordinal)
            .Replace("\\0", "\0", StringComparison.Ordinal)
            .Replace("\\q", "\\", StringComparison.Ordinal);
}
