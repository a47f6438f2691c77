namespace GoAbi.Cli;

/// <summary>The exit statuses; scripts rely on them (docs/commands/README.md).</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Findings = 1;
    public const int Usage = 2;
    public const int Incomplete = 3;
    public const int InternalError = 70;
    public const int Interrupted = 130;
}
