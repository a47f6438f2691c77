using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;

namespace GoAbi.Fuzz.Running;

/// <summary>Inputs that failed in one way.</summary>
/// <param name="Key">The way.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Example">One of them, made small.</param>
/// <param name="Detail">What happened with it.</param>
public sealed record FuzzFailure(string Key, int Count, FuzzInput Example, string Detail);

/// <summary>What a run found.</summary>
/// <param name="Inputs">How many inputs were checked.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Slowest">The longest time that one input took, and its number.</param>
/// <param name="Failures">The ways in which inputs failed.</param>
public sealed record FuzzSummary(long Inputs, long Bytes, TimeSpan Elapsed, (TimeSpan Time, long Index) Slowest, IReadOnlyList<FuzzFailure> Failures);

/// <summary>Checks many inputs, on several threads; an input that takes too long is a failure like any other.</summary>
/// <param name="generator">Makes them.</param>
/// <param name="check">Makes what checks them, one for each thread.</param>
/// <param name="threads">How many threads.</param>
public sealed class FuzzRun(IInputSource generator, Func<IInputCheck> check, int threads)
{
    // Deep recursion must not need more than the smallest default stack of the systems we run on.
    private const int StackSize = 1 << 20;

    private readonly Dictionary<string, (int Count, FuzzInput Input, string Detail)> failures = new(StringComparer.Ordinal);
    private long next;
    private long bytes;
    private long slowestTicks;
    private long slowestIndex;

    /// <summary>How long one input may take. Work has no clock, so this is far above what any needs.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Is told how many inputs are done, about once a second.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Is told of the first input that fails in a way, when it does.</summary>
    public Action<PropertyFailure, FuzzInput>? Found { get; init; }

    /// <summary>Checks inputs number <paramref name="first"/> and on.</summary>
    public FuzzSummary Run(long first, long count)
    {
        var watch = Stopwatch.StartNew();
        next = first;
        var workers = Enumerable.Range(0, threads).Select(_ => new Worker()).ToList();
        foreach (var worker in workers)
        {
            worker.Thread = Start(worker, first + count);
        }

        while (workers.Any(static w => w.Thread is { IsAlive: true }))
        {
            Thread.Sleep(50);
            Watch(workers, first + count);
            Progress?.Invoke(Math.Min(Interlocked.Read(ref next), first + count) - first);
        }

        return new FuzzSummary(count, bytes, watch.Elapsed, (TimeSpan.FromTicks(slowestTicks), slowestIndex), Minimized());
    }

    private Thread Start(Worker worker, long end)
    {
        var thread = new Thread(() => Work(worker, end), StackSize) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Work(Worker worker, long end)
    {
        var properties = check();
        while (Interlocked.Increment(ref next) - 1 is var index && index < end && !worker.IsGivenUp)
        {
            var input = generator.Make(index);
            worker.Begin(input);
            var start = Stopwatch.GetTimestamp();
            try
            {
                if (properties.Check(input, worker.Cancellation.Token) is { } failure)
                {
                    Add(failure, input);
                }
            }
            catch (OperationCanceledException) when (worker.IsGivenUp)
            {
                return;
            }

            worker.Finish();
            var taken = Stopwatch.GetElapsedTime(start).Ticks;
            Interlocked.Add(ref bytes, input.Main.Length + input.Header.Length);
            lock (failures)
            {
                (slowestTicks, slowestIndex) = taken > slowestTicks ? (taken, index) : (slowestTicks, slowestIndex);
            }
        }
    }

    // A thread can't be ended from outside: one that hangs is left alone, and another takes its place.
    private void Watch(List<Worker> workers, long end)
    {
        for (var i = 0; i < workers.Count; i++)
        {
            if (workers[i].Running(out var since) is { } input && since > Limit)
            {
                workers[i].IsGivenUp = true;
                workers[i].Cancellation.Cancel();
                workers[i].Thread = null;
                Add(new PropertyFailure("takes too long", "more than " + Limit), input);
                workers[i] = new Worker();
                workers[i].Thread = Start(workers[i], end);
            }
        }
    }

    private void Add(PropertyFailure failure, FuzzInput input)
    {
        lock (failures)
        {
            if (!failures.ContainsKey(failure.Key))
            {
                Found?.Invoke(failure, input);
            }

            var (count, known, detail) = failures.GetValueOrDefault(failure.Key, (0, input, failure.Detail));

            // The first one, whatever thread is first.
            failures[failure.Key] = known.Index <= input.Index ? (count + 1, known, detail) : (count + 1, input, failure.Detail);
        }
    }

    private List<FuzzFailure> Minimized() =>
        [.. failures.OrderBy(static f => f.Key, StringComparer.Ordinal).Select(f => new FuzzFailure(f.Key, f.Value.Count, Minimized(f.Key, f.Value.Input), f.Value.Detail))];

    private FuzzInput Minimized(string key, FuzzInput input) =>
        key == "takes too long" ? input : Minimizer.Minimize(input, i => check().Check(i, CancellationToken.None)?.Key == key);

    private sealed class Worker
    {
        private readonly Lock gate = new();
        private FuzzInput? input;
        private long started;

        public Thread? Thread { get; set; }

        public volatile bool IsGivenUp;

        public CancellationTokenSource Cancellation { get; } = new();

        public void Begin(FuzzInput begun)
        {
            lock (gate)
            {
                (input, started) = (begun, Stopwatch.GetTimestamp());
            }
        }

        public void Finish()
        {
            lock (gate)
            {
                input = null;
            }
        }

        public FuzzInput? Running(out TimeSpan since)
        {
            lock (gate)
            {
                since = Stopwatch.GetElapsedTime(started);
                return input;
            }
        }
    }
}
