using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>One pass over a listing's lines. A line belongs to the symbol whose header came last.</summary>
internal sealed class ListingReader
{
    // What a file full of nonsense may add to a report.
    private const int MaxDiagnostics = 100;

    // No import path is nearly as long; the package's path is put into every name of its own.
    private const int LongestPackage = 1024;
    private const int LongestOwnName = 1 << 16;
    private const long MostNameCharacters = 1L << 26;

    private readonly SourceFile file;
    private readonly SourceText text;
    private readonly ListingContext context;
    private readonly bool hasHexAddends;
    private readonly ImmutableArray<AsmListingSymbol>.Builder symbols = ImmutableArray.CreateBuilder<AsmListingSymbol>();
    private readonly ImmutableArray<SourceDiagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<SourceDiagnostic>();
    private readonly List<PendingSymbol> pending = [];
    private readonly ImmutableArray<ListingLine>.Builder code = ImmutableArray.CreateBuilder<ListingLine>();
    private readonly ImmutableArray<byte>.Builder bytes = ImmutableArray.CreateBuilder<byte>();
    private readonly ImmutableArray<AsmListingRelocation>.Builder relocations = ImmutableArray.CreateBuilder<AsmListingRelocation>();
    private ListingHeader? header;
    private int headerLine;
    private string package = "";
    private string prefix = "";
    private int unknownLines;
    private long nameCharacters;

    public ListingReader(SourceFile file, Target target, bool isArchitectureKnown)
    {
        this.file = file;
        text = file.Text;
        var architecture = isArchitectureKnown ? AsmArchitecture.Find(target.Goarch) : ListingArchitecture.Guess(text);
        context = new ListingContext
        {
            File = file,
            Target = architecture is null ? target : target with { Goarch = architecture.Name },
            Architecture = architecture,
            Resolve = static name => name,
        };
        hasHexAddends = architecture?.Name is "arm" or "ppc64" or "ppc64le";
    }

    public AsmListing Read(CancellationToken cancellation)
    {
        var lines = text.Lines;
        for (var line = 0; line < lines.Count; line++)
        {
            if ((line & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var span = text.LineSpan(line);
            if (!ReadLine(text.Slice(span), span.Start, line))
            {
                unknownLines++;
                Report(span);
            }
        }

        EndPackage(lines.Count);
        return new AsmListing(file, context.Architecture, context.Target, symbols.ToImmutable(), diagnostics.ToImmutable(), unknownLines);
    }

    private bool ReadLine(ReadOnlySpan<char> line, int start, int number)
    {
        if (number == 0 && !line.IsEmpty && line[0] == '\uFEFF')
        {
            line = line.Slice(1);
            start++;
        }

        if (line.IsEmpty)
        {
            return true;
        }

        if (line[0] == '\t')
        {
            return header is not null && ReadPart(line, start, number);
        }

        if (line.StartsWith("# ".AsSpan(), StringComparison.Ordinal))
        {
            EndPackage(number);
            var name = line.Slice(2);
            var blank = name.IndexOf(' ');
            name = blank < 0 ? name : name.Slice(0, blank);
            if (name.Length > LongestPackage)
            {
                return false;
            }

            package = name.ToString();
            prefix = PackagePathEscape.Escape(package);
            return true;
        }

        if (ListingLines.TryReadHeader(line, out var found))
        {
            EndSymbol(number);
            header = found;
            headerLine = number;
            return true;
        }

        return false;
    }

    private bool ReadPart(ReadOnlySpan<char> line, int start, int number)
    {
        if (ListingLines.TryReadInstruction(line, out var instruction))
        {
            code.Add(instruction.MovedBy(start));
            return header!.IsFunction;
        }

        if (ListingLines.TryReadRelocation(line, number, hasHexAddends, out var relocation))
        {
            relocations.Add(relocation);
            return true;
        }

        return ListingLines.TryReadBytes(line, bytes);
    }

    private void EndSymbol(int line)
    {
        if (header is not null)
        {
            pending.Add(new PendingSymbol(header, headerLine, line - headerLine, code.ToImmutable(), bytes.ToImmutable(), relocations.ToImmutable()));
        }

        header = null;
        code.Clear();
        bytes.Clear();
        relocations.Clear();
    }

    // Only when all of a package is read is it known what its own names begin with.
    private void EndPackage(int line)
    {
        EndSymbol(line);
        var ownPrefix = IsProgram() ? "main" : prefix;
        var own = new ListingContext
        {
            File = context.File,
            Target = context.Target,
            Architecture = context.Architecture,
            Resolve = ownPrefix.Length == 0 ? static name => name : name => Resolve(name, ownPrefix),
            Names = context.Names,
        };
        foreach (var symbol in pending)
        {
            var created = symbol.Create(nameCharacters < MostNameCharacters ? own : context, package);
            nameCharacters += created.LinkName.Length;
            symbols.Add(created);
        }

        pending.Clear();
        package = "";
        prefix = "";
    }

    // go.cuinfo.packagename holds the package's name.
    private bool IsProgram()
    {
        foreach (var symbol in pending)
        {
            if (symbol.Header.Name.StartsWith("go.cuinfo.packagename.", StringComparison.Ordinal)
                || symbol.Header.Name.StartsWith("go:cuinfo.packagename.", StringComparison.Ordinal))
            {
                return symbol.Data.Length == 4 && Encoding.ASCII.GetString([.. symbol.Data]) == "main";
            }
        }

        return false;
    }

    private static string Resolve(string name, string prefix) =>
        name.Length > LongestOwnName || name.IndexOf("\"\".", StringComparison.Ordinal) < 0 ? name : name.Replace("\"\".", prefix + ".");

    private void Report(TextSpan span)
    {
        if (diagnostics.Count < MaxDiagnostics)
        {
            diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.ListingLine, Severity.Warning, "no line of a compiler listing has this form", new SourceLocation(file, span)));
        }
    }

    private sealed record PendingSymbol(
        ListingHeader Header, int Line, int LineCount, ImmutableArray<ListingLine> Code, ImmutableArray<byte> Data, ImmutableArray<AsmListingRelocation> Relocations)
    {
        public AsmListingSymbol Create(ListingContext context, string package)
        {
            var parts = new ListingSymbolParts
            {
                Package = package,
                Name = Header.Name,
                LinkName = context.Resolve(Header.Name),
                AbiVersion = Header.AbiVersion,
                Kind = Header.Kind,
                Flags = Header.Flags,
                Size = Header.Size,
                Location = new SourceLocation(context.File, context.File.Text.LineSpan(Line)),
                LineCount = LineCount,
                Data = Data,
                Relocations = Relocations,
            };
            return Header.IsFunction ? new AsmListingFunction(parts, Header, Code, context) : new AsmListingSymbol(parts);
        }
    }
}
