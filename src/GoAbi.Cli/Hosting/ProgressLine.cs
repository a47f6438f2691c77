using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using GoAbi.Analysis;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>One line on a terminal that says how far the work is, from one second on. Reports come from any thread.</summary>
internal sealed class ProgressLine : IProgress<AbiProgress>, IProgress<GoProgress>, IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly TextWriter writer;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = Delay;
    private bool isShown;

    private ProgressLine(TextWriter writer) => this.writer = writer;

    /// <summary>The line; null where nobody would see it.</summary>
    public static ProgressLine? Create(bool allowed, TextWriter error) =>
        allowed && !Console.IsErrorRedirected ? new ProgressLine(error) : null;

    public void Report(AbiProgress value) => Show($"{value.Done}/{value.Total} {value.Current}");

    public void Report(GoProgress value) => Show(value.Stage);

    public void Dispose()
    {
        lock (gate)
        {
            next = TimeSpan.MaxValue;
            if (isShown)
            {
                writer.Write("\r\e[K");
                writer.Flush();
            }
        }
    }

    private void Show(string text)
    {
        lock (gate)
        {
            if (clock.Elapsed < next)
            {
                return;
            }

            next = clock.Elapsed + Interval;
            isShown = true;
            var width = Math.Max(20, Console.WindowWidth - 1);
            writer.Write("\r\e[K" + (text.Length > width ? text[..width] : text));
            writer.Flush();
        }
    }
}
