using System;
using System.Globalization;
using System.IO;

namespace GoAbi.Fuzz;

/// <summary>What the command line says.</summary>
public sealed class FuzzOptions
{
    /// <summary>The command's help.</summary>
    public const string Usage = """
        Reads mutated assembly or Go with the front end and checks what holds for every input, or compares assembly with the assembler.

          --language L        asm or go (asm)
          --count N           inputs to check (100000)
          --differential N    compare N inputs with the assembler of --goroot instead
          --first N           number of the first input (0)
          --seed N            inputs are the same for the same seed and corpus (1)
          --goroot DIR        corpus: the files of a GOROOT; without it, those below --corpus
          --corpus DIR        corpus: the .s or .go files below a directory (the one worked in)
          --out DIR           where failing inputs are written, made small
          --print N           write input number N to standard output and end
          --threads N         (as many as there are processors)
        """;

    /// <summary>True for Go, false for assembly.</summary>
    public bool IsGo { get; private set; }

    /// <summary>How many inputs.</summary>
    public long Count { get; private set; } = 100_000;

    /// <summary>How many to compare with the assembler; null to check properties.</summary>
    public int? Differential { get; private set; }

    /// <summary>The first input's number.</summary>
    public long First { get; private set; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; private set; } = 1;

    /// <summary>GOROOT; null for none.</summary>
    public string? GoRoot { get; private set; }

    /// <summary>A directory of samples.</summary>
    public string Corpus { get; private set; } = ".";

    /// <summary>Where failures are written; null for nowhere.</summary>
    public string? Out { get; private set; }

    /// <summary>The input to print; null for none.</summary>
    public long? Print { get; private set; }

    /// <summary>How many threads.</summary>
    public int Threads { get; private set; } = Environment.ProcessorCount;

    /// <summary>Reads the arguments; null where they can't be used.</summary>
    public static FuzzOptions? Read(string[] arguments)
    {
        var options = new FuzzOptions();
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            if (!options.Set(arguments[i], arguments[i + 1]))
            {
                return null;
            }
        }

        return arguments.Length % 2 == 0 ? options : null;
    }

    private bool Set(string name, string value)
    {
        var isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        switch (name)
        {
            case "--language" when value is "asm" or "go": IsGo = value == "go"; return true;
            case "--count" when isNumber: Count = number; return true;
            case "--differential" when isNumber && number < int.MaxValue: Differential = (int)number; return true;
            case "--first" when isNumber: First = number; return true;
            case "--seed" when isNumber: Seed = (ulong)number; return true;
            case "--threads" when isNumber && number is > 0 and < 1000: Threads = (int)number; return true;
            case "--print" when isNumber: Print = number; return true;
            case "--goroot": GoRoot = Path.GetFullPath(value); return true;
            case "--corpus": Corpus = value; return true;
            case "--out": Out = value; return true;
            default: return false;
        }
    }
}
