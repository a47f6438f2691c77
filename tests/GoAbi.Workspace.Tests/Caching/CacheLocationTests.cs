using System;
using Xunit;

namespace GoAbi.Workspace.Tests.Caching;

public sealed class CacheLocationTests
{
    [Theory]
    [InlineData(CacheConvention.Xdg, "/xdg", "/home/me", "/xdg/goabi")]
    [InlineData(CacheConvention.Xdg, null, "/home/me", "/home/me/.cache/goabi")]
    [InlineData(CacheConvention.Xdg, "relative", "/home/me", "/home/me/.cache/goabi")]
    [InlineData(CacheConvention.Xdg, null, null, null)]
    [InlineData(CacheConvention.Xdg, null, "relative", null)]
    [InlineData(CacheConvention.MacOS, "/xdg", "/Users/me", "/Users/me/Library/Caches/goabi")]
    [InlineData(CacheConvention.Windows, "/xdg", "/home/me", "/local/goabi")]
    public void It_is_where_the_system_keeps_caches(CacheConvention convention, string? xdg, string? home, string? expected)
    {
        var environment = new CacheEnvironment { Convention = convention, XdgCacheHome = xdg, Home = home, LocalApplicationData = "/local" };
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(expected, Find(environment).Directory);
        }
    }

    [Fact]
    public void A_variable_goes_before_it_and_off_is_none()
    {
        var own = System.IO.Path.GetTempPath();
        Assert.Equal(own, Find(new CacheEnvironment { Directory = own, XdgCacheHome = "/xdg", Home = "/home/me" }).Directory);
        Assert.Null(Find(new CacheEnvironment { Directory = "off", XdgCacheHome = "/xdg" }).Directory);
        Assert.Null(SummaryCache.Open(CacheLocation.Off));
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("./x")]
    [InlineData("OFF")]
    [InlineData("~/x")]
    public void What_is_no_absolute_path_is_refused(string value)
    {
        Assert.False(CacheLocation.TryFind(new CacheEnvironment { Directory = value }, out _, out var error));
        Assert.Contains("'" + value + "'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 512L << 20)]
    [InlineData("1G", 1L << 30)]
    [InlineData("100m", 100L << 20)]
    [InlineData("64K", 64L << 10)]
    [InlineData("123456", 123456)]
    [InlineData("0", -1)]
    [InlineData("-1", -1)]
    [InlineData("1T", -1)]
    [InlineData("1GG", -1)]
    [InlineData("9999999999G", -1)]
    [InlineData("", -1)]
    public void Its_size_has_a_bound(string? value, long expected)
    {
        var isRead = CacheLocation.TryFind(new CacheEnvironment { Directory = "off", Size = value }, out _, out var error);
        Assert.Equal(expected >= 0, isRead);
        if (expected < 0)
        {
            Assert.StartsWith("GOABI_CACHE_SIZE", error, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, Find(new CacheEnvironment { Home = System.IO.Path.GetTempPath(), Size = value }).MaxBytes);
        }
    }

    private static CacheLocation Find(CacheEnvironment environment)
    {
        Assert.True(CacheLocation.TryFind(environment, out var location, out var error), error);
        return location;
    }
}
