using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Summaries;

/// <summary>The form of summaries: every byte counts, and none is believed.</summary>
public sealed class SummaryCodecTests
{
    private const int HashLength = 32;

    private static readonly SummaryRoots Roots = new() { Package = "/m/a", Module = "/m" };

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        foreach (var content in Contents())
        {
            var summaries = Decode(content);
            Assert.False(summaries.IsDefault);
            Assert.Equal(content, SummaryCodec.Encode(summaries, Roots));
        }
    }

    [Fact]
    public void Every_flipped_byte_and_every_truncation_is_a_miss()
    {
        foreach (var content in Contents())
        {
            for (var i = 0; i < content.Length; i++)
            {
                content[i] ^= 0x10;
                Assert.True(Decode(content).IsDefault);
                content[i] ^= 0x10;
                Assert.True(Decode(content[..i]).IsDefault);
            }
        }
    }

    // The checksum finds accidents; against a hand that makes a right one, every number is checked.
    [Fact]
    public void Flipped_bytes_under_a_right_checksum_are_misses_or_canonical()
    {
        foreach (var content in Contents())
        {
            for (var i = 0; i < content.Length - HashLength; i++)
            {
                foreach (var flip in (byte[])[1, 0x7F, 0x80, 0xFF])
                {
                    content[i] ^= flip;
                    var sealedAgain = Seal(content);
                    var summaries = Decode(sealedAgain);
                    if (!summaries.IsDefault)
                    {
                        _ = string.Concat(summaries.SelectMany(s => s.CallSites).Select(s => s.Site.ToString()));
                        _ = string.Concat(summaries.SelectMany(s => s.Diagnostics).Select(s => s.ToString()));
                    }

                    content[i] ^= flip;
                }
            }
        }
    }

    [Fact]
    public void Truncations_under_a_right_checksum_are_misses()
    {
        foreach (var content in Contents())
        {
            for (var length = 0; length < content.Length - HashLength; length++)
            {
                Assert.True(Decode(Seal([.. content[..length], .. new byte[HashLength]])).IsDefault);
            }
        }
    }

    [Fact]
    public void Paths_do_not_leave_their_root()
    {
        Assert.Null(SummaryCodec.Encode([new PackageSummary { ImportPath = "a", Directory = "/m/a", Target = "t", Files = ["/elsewhere/a.go"] }], Roots));
        Assert.Null(SummaryCodec.Encode(
            [new PackageSummary { ImportPath = "a", Directory = "/m/a", Target = "t", Diagnostics = [new SourceDiagnostic("GOABI9001", Severity.Error, "no /m/a/x", null)] }], Roots));
        var inside = SummaryCodec.Encode([new PackageSummary { ImportPath = "a", Directory = "/m/a", Target = "t", Files = ["/m/a/../x.go"] }], new SummaryRoots { Package = "/m/a/..", Module = "/m" });
        if (inside is not null)
        {
            Assert.All(SummaryCodec.TryDecode(inside, Roots, Empty), summary => Assert.All(summary.Files, file => Assert.StartsWith("/m/a/", file)));
        }
    }

    private static ImmutableArray<byte[]> Contents()
    {
        var store = new MemoryStore();
        _ = SummaryFixture.Analyze(SummaryFixture.Files(), store);
        var contents = store.Content.OrderBy(pair => pair.Key, System.StringComparer.Ordinal).Select(pair => pair.Value).Where(content => !Decode(content).IsDefault).ToImmutableArray();
        Assert.Equal(3, contents.Length);
        return contents;
    }

    private static ImmutableArray<PackageSummary> Decode(byte[] content) => SummaryCodec.TryDecode(content, Roots, Empty);

    private static SourceFile Empty(string path) => new(path, SourceText.FromString(""));

    private static byte[] Seal(byte[] content)
    {
        var body = content[..^HashLength];
        return [.. body, .. SHA256.HashData(body)];
    }
}
