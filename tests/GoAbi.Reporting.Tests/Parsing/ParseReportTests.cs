using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GoAbi.Asm;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Reporting.Tests.Parsing;

public class ParseReportTests
{
    private const string Code = "#include \"textflag.h\"\n#define LOAD(from) \\\n\tMOVQ from, AX; \\\n\tNOP\n\n"
        + "/* a\n   comment */ TEXT ·f(SB), NOSPLIT, $0-16 // end\n\tLOAD(x+0(FP))\nloop:\tJMP loop\n\tCALL pkg·g(SB)\n\tRET\nGLOBL ·v(SB), RODATA, $8\n";

    private const string Listing = "# p\np.f<1> STEXT nosplit size=7 args=0x8 locals=0x0 funcid=0x0 align=0x0 leaf\n"
        + "\t0x0000 00000 (f.go:3)\tTEXT\tp.f(SB), NOSPLIT|ABIInternal, $0-8\n\t0x0000 00000 (f.go:3)\tCALL\tp.g+4(SB)\n\t0x0005 00005 (f.go:4)\tMOVQ\t$1, (AX)\n"
        + "\t0x0005 00005 (<unknown line number>)\tCALL\tAX\n\t0x0000 e8 00 00 00 00 ff d0                             .......\n\trel 1+4 t=R_CALL p.g<0>+0\nbad\n";

    private static readonly ParseView[] Views = Enum.GetValues<ParseView>();

    public static TheoryData<string, byte[]> Files() => new()
    {
        { "plain", Encoding.UTF8.GetBytes(Code) },
        { "CRLF", Encoding.UTF8.GetBytes(Code.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Code)] },
        { "no final newline", Encoding.UTF8.GetBytes("TEXT ·f(SB), 4, $0\n\tRET") },
        { "invalid UTF-8", [.. "TEXT ·f(SB), 4, $0 // "u8, 0xFF, 0xC3, .. "\n\tMOVQ $\""u8, 0x80, .. "\", AX "u8, 0xE2, 0x82, .. " \u00B7\r\n"u8, 0xFE] },
        { "other planes", Encoding.UTF8.GetBytes("// 😀 ∕ \u2028\n\tMOVQ $'😀', AX\t;;;\n\n\n;\n") },
        { "empty", [] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_its_tokens_and_what_stands_before_them(string what, byte[] content)
    {
        var file = Parse(SourceText.FromBytes(content));
        foreach (var view in new[] { ParseView.Tree, ParseView.Tokens })
        {
            using var json = Report(view, file);
            var report = json.RootElement.GetProperty("files")[0];
            var bytes = new List<byte>();
            var leaves = view == ParseView.Tree ? Leaves(report.GetProperty("tree")) : report.GetProperty("tokens").EnumerateArray();
            foreach (var token in leaves)
            {
                bytes.AddRange(token.TryGetProperty("leading", out var leading) ? BytesOf(leading) : []);
                var span = token.GetProperty("span");
                Assert.Equal(bytes.Count, span.GetProperty("start").GetInt32());
                bytes.AddRange(BytesOf(token.GetProperty("text")));
                Assert.Equal(bytes.Count, span.GetProperty("end").GetInt32());
            }

            Assert.True(content.AsSpan().SequenceEqual(bytes.ToArray()), what + " as " + view);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_view_fits_the_published_schema(string what, byte[] content)
    {
        foreach (var view in Views)
        {
            using var json = Report(view, Parse(SourceText.FromBytes(content)), Unreadable());
            Assert.True(Schema().Check(json.RootElement) is [], what + " as " + view + ": " + string.Join("\n", Schema().Check(json.RootElement).Take(5)));
        }
    }

    [Theory]
    [InlineData(ParseView.Diagnostics)]
    [InlineData(ParseView.Tree)]
    [InlineData(ParseView.Symbols)]
    public void A_listing_fits_the_published_schema(ParseView view)
    {
        using var json = Report(view, ReadListing());
        Assert.Equal([], Schema().Check(json.RootElement));
    }

    [Fact]
    public void The_schema_refuses_what_it_does_not_know()
    {
        using var json = Report(ParseView.Tree, Parse(SourceText.FromString(Code)));
        foreach (var (from, to) in new[] { ("\"version\":1", "\"version\":2"), ("\"kind\":\"operand\"", "\"kind\":\"opera\""), ("\"span\"", "\"spam\""), ("\"start\":0", "\"start\":-1") })
        {
            var text = json.RootElement.GetRawText();
            Assert.Contains(from, text, StringComparison.Ordinal);
            using var changed = JsonDocument.Parse(text.Replace(from, to, StringComparison.Ordinal));
            Assert.NotEqual([], Schema().Check(changed.RootElement));
        }
    }

    [Fact]
    public void Every_node_holds_its_children()
    {
        using var json = Report(ParseView.Tree, Parse(SourceText.FromString(Code)));
        var nodes = 0;
        Check(json.RootElement.GetProperty("files")[0].GetProperty("tree"));
        Assert.True(nodes > 12);

        void Check(JsonElement node)
        {
            nodes++;
            var at = Start(node);
            foreach (var child in node.GetProperty("children").EnumerateArray())
            {
                Assert.InRange(Start(child), at, End(node));
                Assert.InRange(End(child), Start(child), End(node));
                at = End(child);
                if (child.GetProperty("kind").GetString() != "token")
                {
                    Check(child);
                }
            }
        }
    }

    [Fact]
    public void A_token_after_preprocessing_has_its_place_and_its_chain()
    {
        using var json = Report(ParseView.Preprocessed, Parse(SourceText.FromString(Code)));
        var file = json.RootElement.GetProperty("files")[0];
        var token = file.GetProperty("preprocessed").EnumerateArray().First(static t => t.GetProperty("text").GetString() == "AX");
        Assert.Equal(("dir/f_amd64.s", 3), (token.GetProperty("file").GetString(), token.GetProperty("line").GetInt32()));
        var chain = file.GetProperty("expansions")[token.GetProperty("expansion").GetInt32()];
        Assert.Equal(("LOAD", 8), (chain[0].GetProperty("macro").GetString(), chain[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public void The_preprocessed_text_assembles_to_the_same()
    {
        var program = Parse(SourceText.FromString(Code)).Program!;
        var text = program.ToPreprocessedString();
        Assert.Equal("TEXT ·f(SB), 4 , $0-16\n\tMOVQ x+0(FP) , AX\n\tNOP\nloop: JMP loop\n\tCALL pkg·g(SB)\n\tRET\nGLOBL ·v(SB), 8 , $8\n", text);
        var again = Parse(SourceText.FromString(text)).Program!;
        Assert.Equal(program.Statements.Select(static s => s.ToString()), again.Statements.Select(static s => s.ToString()));
        Assert.Equal(text, again.ToPreprocessedString());
    }

    [Fact]
    public void Names_in_macro_arguments_are_spelled_so_that_they_can_be_read_again() => Assert.Equal(
        "TEXT ·f (SB), 4, $0\n\tCALL a∕b·g (SB)\n",
        Parse(SourceText.FromString("#define F(n, g) TEXT n(SB), 4, $0; CALL g(SB)\nF(·f, a∕b·g)\n")).Program!.ToPreprocessedString());

    [Theory]
    [InlineData(ParseView.Tree, "    7:20-7:27 operand\n      7:20-7:23 identifier ·f\n")]
    [InlineData(ParseView.Tokens, "7:20-7:23 identifier ·f\n")]
    [InlineData(ParseView.Symbols, "dir/f_amd64.s:7:15: func example.com/m.f ABI0 $0-16 NOSPLIT\ndir/f_amd64.s:12:1: var example.com/m.v 8 bytes RODATA\ndir/f_amd64.s: ref pkg.g ABI0\n")]
    [InlineData(ParseView.SymbolAbis, "def example.com/m.f ABI0\nref pkg.g ABI0\n")]
    public void Text_is_for_people(ParseView view, string part)
    {
        using var output = new MemoryStream();
        ParseReport.WriteText(Parse(SourceText.FromString(Code)), view, "/m", output);
        Assert.Contains(part, Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listings_functions_and_calls_are_listed()
    {
        using var output = new MemoryStream();
        ParseReport.WriteText(ReadListing(), ParseView.Symbols, "/m", output);
        Assert.Equal(
            "l.txt:2:1: func p.f ABIInternal $0-8 7 bytes nosplit|leaf\nl.txt:4:2:   call p.g ABI0 at f.go:3\nl.txt:6:2:   call ? ABIInternal\n",
            Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Diagnostics_show_the_line_and_the_macros()
    {
        using var writer = new StringWriter();
        DiagnosticsTextReport.Write(Parse(SourceText.FromString("#define BAD(x) MOVQ x y\nTEXT ·f(SB), 4, $0\n\tBAD(AX)\n")).Diagnostics, "/m", writer);
        var text = writer.ToString();
        Assert.Contains("dir/f_amd64.s:3:2: error GOABI4", text, StringComparison.Ordinal);
        Assert.Contains("3 | \tBAD(AX)\n", text, StringComparison.Ordinal);
        Assert.Contains("  | \t^", text, StringComparison.Ordinal);
        Assert.Contains("macro: dir/f_amd64.s:3:2: BAD\n", text, StringComparison.Ordinal);
    }

    private static ParsedFile Parse(SourceText text)
    {
        var tree = AsmSyntaxTree.Parse(new SourceFile("/m/dir/f_amd64.s", text));
        var program = AsmProgram.Create(tree, new Target(), new AsmProgramOptions { PackagePath = "example.com/m" });
        return new ParsedFile(tree.File.Path, program.Diagnostics) { PackagePath = "example.com/m", Program = program };
    }

    private static ParsedFile Unreadable() => new(
        "/m/gone.s", [new SourceDiagnostic(DiagnosticIds.UnreadableFile, Severity.Error, "gone", null) { Path = "/m/gone.s" }]);

    private static ParsedFile ReadListing()
    {
        var listing = AsmListing.Read(new SourceFile("/m/l.txt", SourceText.FromString(Listing)), new Target());
        return new ParsedFile(listing.File.Path, listing.Diagnostics) { Listing = listing };
    }

    private static JsonDocument Report(ParseView view, params ParsedFile[] files)
    {
        using var output = new MemoryStream();
        ParseReport.WriteJson(
            "1.0",
            "/m",
            view,
            output,
            write =>
            {
                foreach (var file in files)
                {
                    using var content = new MemoryStream();
                    ParseReport.WriteJson(file, view, "/m", content);
                    write(content.ToArray());
                }
            },
            () => (0, 0, 0, files.Length));
        return JsonDocument.Parse(output.ToArray());
    }

    private static JsonSchemaSubset Schema([CallerFilePath] string file = "")
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/schemas/parse.schema.json")));
        return new JsonSchemaSubset(schema.RootElement.Clone());
    }

    private static IEnumerable<JsonElement> Leaves(JsonElement node) => node.GetProperty("kind").GetString() == "token"
        ? [node]
        : node.GetProperty("children").EnumerateArray().SelectMany(Leaves);

    private static byte[] BytesOf(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(text.GetString()!) : text.GetProperty("base64").GetBytesFromBase64();

    private static int Start(JsonElement node) => node.GetProperty("span").GetProperty("start").GetInt32();

    private static int End(JsonElement node) => node.GetProperty("span").GetProperty("end").GetInt32();
}
