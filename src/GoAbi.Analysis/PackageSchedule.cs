using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace GoAbi.Analysis;

/// <summary>
/// Runs work for packages in the order of their imports, as many at once as there may be threads: a package when all that it
/// depends on is done. What an import cycle holds up runs at the end, in its own order.
/// </summary>
internal sealed class PackageSchedule
{
    private readonly List<int>[] dependents;
    private readonly int[] waitsFor;
    private readonly bool[] started;
    private readonly Action<int> work;
    private readonly CancellationToken cancellationToken;
    private readonly TaskFactory tasks;
    private readonly TaskCompletionSource<bool> finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running = 1;
    private ExceptionDispatchInfo? failure;

    private PackageSchedule(IReadOnlyList<IReadOnlyCollection<int>> dependencies, Action<int> work, ParallelOptions parallel)
    {
        this.work = work;
        cancellationToken = parallel.CancellationToken;
        tasks = new TaskFactory(parallel.MaxDegreeOfParallelism > 0
            ? new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, parallel.MaxDegreeOfParallelism).ConcurrentScheduler
            : TaskScheduler.Default);
        started = new bool[dependencies.Count];
        waitsFor = new int[dependencies.Count];
        dependents = new List<int>[dependencies.Count];
        for (var i = 0; i < dependents.Length; i++)
        {
            dependents[i] = [];
        }

        for (var i = 0; i < dependents.Length; i++)
        {
            foreach (var dependency in dependencies[i])
            {
                if (dependency != i)
                {
                    dependents[dependency].Add(i);
                    waitsFor[i]++;
                }
            }
        }
    }

    /// <param name="dependencies">For each package the numbers of those that come before it, each once.</param>
    /// <param name="work">The work, called from several threads, once for each package.</param>
    /// <param name="parallel">How many threads, and what ends them.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Run(IReadOnlyList<IReadOnlyCollection<int>> dependencies, Action<int> work, ParallelOptions parallel) =>
        new PackageSchedule(dependencies, work, parallel).Run();

    private void Run()
    {
        var first = new List<int>();
        for (var i = 0; i < waitsFor.Length; i++)
        {
            if (waitsFor[i] == 0)
            {
                first.Add(i);
            }
        }

        StartAll(first);
        Finish();
        finished.Task.GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();
        failure?.Throw();
        for (var i = 0; i < started.Length; i++)
        {
            if (!started[i])
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(i);
            }
        }
    }

    private void StartAll(List<int> packages)
    {
        foreach (var package in packages)
        {
            started[package] = true;
            Interlocked.Increment(ref running);
            tasks.StartNew(() => RunOne(package));
        }
    }

    private void RunOne(int package)
    {
        try
        {
            if (Volatile.Read(ref failure) is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(package);
                StartAll(Release(package));
            }
        }
        catch (Exception e)
        {
            // Kept for the caller, whose thread waits.
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
        }
        finally
        {
            Finish();
        }
    }

    // The starter counts as one that runs, so that the end is not seen before everything has begun.
    private void Finish()
    {
        if (Interlocked.Decrement(ref running) == 0)
        {
            finished.SetResult(true);
        }
    }

    private List<int> Release(int package)
    {
        var released = new List<int>();
        foreach (var dependent in dependents[package])
        {
            if (Interlocked.Decrement(ref waitsFor[dependent]) == 0)
            {
                released.Add(dependent);
            }
        }

        return released;
    }
}
