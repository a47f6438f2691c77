using System;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace GoAbi.Workspace.Tests.Caching;

/// <summary>
/// What one of several processes does with a cache: <c>cache-process DIRECTORY BOUND SEED MILLISECONDS</c>. Content is known by its key, so that
/// whoever reads can tell whether it is whole. The exit status says whether it was.
/// </summary>
internal static class CacheProcess
{
    public const string Name = "cache-process";

    private const int Keys = 300;

    public static int Run(string[] arguments)
    {
        var maxBytes = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        var seed = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        var until = Stopwatch.StartNew();
        var limit = long.Parse(arguments[3], CultureInfo.InvariantCulture);
        var location = new CacheLocation(arguments[0], maxBytes);
        var cache = new SummaryDirectory(arguments[0], maxBytes);
        var (hits, writes, bad) = (0, 0, 0);
        Parallel.For(0, 2, thread =>
        {
            var random = new Random((seed * 10) + thread);
            var (myHits, myWrites, myBad) = (0, 0, 0);
            for (var round = 0; until.ElapsedMilliseconds < limit; round++)
            {
                var number = random.Next(Keys);
                var key = Key(number);
                if (cache.TryRead(key) is not { } content)
                {
                    cache.Write(key, Content(number));
                    myWrites++;
                }
                else if (content.AsSpan().SequenceEqual(Content(number)))
                {
                    myHits++;
                    if (random.Next(4) == 0)
                    {
                        cache.Write(key, content); // replaced while others read it
                    }
                }
                else
                {
                    myBad++;
                }

                if (round % 500 == 499)
                {
                    cache.Trim();
                    CacheContents.Read(location);
                    if (seed == 0 && round % 1500 == 1499)
                    {
                        CacheCleaner.Clean(location);
                    }
                }
            }

            lock (cache)
            {
                (hits, writes, bad) = (hits + myHits, writes + myWrites, bad + myBad);
            }
        });
        Console.WriteLine(FormattableString.Invariant($"{hits} {writes} {bad}"));
        return bad == 0 ? 0 : 1;
    }

    private static string Key(int number) => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)));

    // One byte to 60 KB, the same for equal numbers.
    private static byte[] Content(int number)
    {
        var content = new byte[1 + (number * 200)];
        new Random(number).NextBytes(content);
        return content;
    }
}
