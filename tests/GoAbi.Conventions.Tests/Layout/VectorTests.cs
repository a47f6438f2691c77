using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Conventions.Tests.Layout;

/// <summary>Every assignment of vectors.txt: 147 signatures, for each architecture what the compiler's own abi package says.</summary>
public sealed class VectorTests
{
    private static readonly string[] File = System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Layout/vectors.txt"));

    [Fact]
    public void Every_value_is_where_the_compiler_says()
    {
        var compared = 0;
        var wrong = new List<string>();
        var declarations = "";
        var signature = "";
        foreach (var line in File.Where(static l => !l.StartsWith('#')))
        {
            if (line.Length == 0)
            {
                declarations = "";
            }
            else if (line.StartsWith("decls ", StringComparison.Ordinal))
            {
                declarations = line["decls ".Length..];
            }
            else if (!line.StartsWith("= ", StringComparison.Ordinal))
            {
                signature = line;
            }
            else
            {
                var parts = line["= ".Length..].Split(' ', 2);
                foreach (var goarch in parts[0].Split(','))
                {
                    var layout = Signatures.Layout(signature, declarations, new Target { Goarch = goarch });
                    compared++;
                    if (Describe(layout) != parts[1])
                    {
                        wrong.Add(goarch + " " + signature + "\n  is        " + Describe(layout) + "\n  should be " + parts[1]);
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, wrong.Count + " of " + compared + "\n" + string.Join("\n", wrong.Take(20)));
        Assert.Equal(1617, compared);
    }

    private static string Describe(AbiLayout layout)
    {
        string[] parts =
        [
            Text(layout.StackArgumentSize), Text(layout.SpillAreaSize), Text(layout.Abi0ArgumentSize),
            .. layout.Parameters.Select(Value), "->", .. layout.Results.Select(Value),
        ];
        return string.Join(' ', parts);

        string Value(AbiValue value) => FormattableString.Invariant($"{value.Size}/{value.Alignment}@{value.Abi0Offset}=")
            + (value.StackOffset is { } stack ? FormattableString.Invariant($"s{stack}") : string.Join(',', value.Registers.Select(Register)))
            + (value.SpillOffset is { } spill ? FormattableString.Invariant($"^{spill}") : "");

        string Register(AbiRegisterPart part) => FormattableString.Invariant(
            $"{(part.Register.IsFloat ? 'f' : 'i')}{(part.Register.IsFloat ? layout.Registers.Floats : layout.Registers.Integers).IndexOf(part.Register)}+{part.Part.Offset}.{part.Part.Size}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
