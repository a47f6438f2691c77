using System.CommandLine;

namespace GoAbi.Cli;

/// <summary>goabi cache</summary>
internal sealed class CacheCommand : Command
{
    public CacheCommand()
        : base("cache", "Show or remove what is kept between runs.")
    {
        Add(new CacheInfoCommand());
        Add(new CacheCleanCommand());
    }
}
