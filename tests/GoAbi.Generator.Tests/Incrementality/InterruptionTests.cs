using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace GoAbi.Generator.Tests.Incrementality;

/// <summary>An editor stops an analysis whenever its user types on: what a stopped one leaves must not be taken for the state of the files.</summary>
public sealed class InterruptionTests
{
    private const string Declared = "func Copy(dst, src unsafe.Pointer, n uintptr)";

    [Fact]
    public void AFileThatCameInAStoppedRunIsSeen()
    {
        var module = new EditedModule(SampleModule.Files());
        module.Update();
        module.Set("/m/base/more_amd64.s", "TEXT ·more(SB), 4, $0-0\n\tRET\n");
        Assert.ThrowsAny<OperationCanceledException>(() => module.Update(new CancellationToken(canceled: true)));
        Assert.Contains(module.Update(), static package => package.Functions.Any(static function => function.Name == "more"));
        Assert.True(module.FromScratch().SequenceEqual(module.Update()));
    }

    // Stopped ever later, until a run ends by itself.
    [Fact]
    public async Task ADeclarationThatChangedInAStoppedRunReachesWhoImportsIt()
    {
        var module = new EditedModule(SampleModule.Files());
        module.Update();
        var text = module.Texts["/m/base/base.go"];
        var changed = text.Replace("//go:noescape\n" + Declared, Declared.Replace("n uintptr", "n uint8", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("X, Y int32", "X, Y int64", StringComparison.Ordinal)
            .Replace("Add(p *Point, n int) (sum int)", "Add(p *Point, n int) (sum int) { return n }", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        var (before, after) = (module.FromScratch(), module.FromScratch());
        var stopped = 0;
        for (var i = 0; i < 150; i++)
        {
            module.Set("/m/base/base.go", i % 2 == 0 ? changed : text);
            using var source = new CancellationTokenSource();
            var wait = TimeSpan.FromMicroseconds(60 * i);
            var stopping = Task.Run(() =>
            {
                var clock = Stopwatch.StartNew();
                SpinWait.SpinUntil(() => clock.Elapsed > wait);
                source.Cancel();
            });
            try
            {
                module.Update(source.Token);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }

            await stopping;
            if (i < 2)
            {
                (before, after) = i == 0 ? (before, module.FromScratch()) : (module.FromScratch(), after);
            }

            Assert.True((i % 2 == 0 ? after : before).SequenceEqual(module.Update()), "stopped after " + wait);
        }

        Assert.True(stopped > 0);
    }
}
