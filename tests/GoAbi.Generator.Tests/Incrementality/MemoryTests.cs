using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using GoAbi.Generator.Tests.Driving;
using Xunit;

namespace GoAbi.Generator.Tests.Incrementality;

/// <summary>What a driver holds after many edits. Alone in the process: the heap is everybody's.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Edits = 500;

    // What 400 edits may add to the heap: a tree an edit would be ten times as much.
    private const long Tolerance = 512 * 1024;

    [Fact]
    public void EditsLeaveNothingBehind()
    {
        var texts = new List<WeakReference>();
        var (session, at100, at500) = Run(texts);
        Assert.True(at500 - at100 < Tolerance, at100 + " bytes after 100 edits, " + at500 + " after " + Edits);

        // The last version of each of the three files, and of the one whose edits said nothing new the version that was kept.
        var alive = texts.Count(static text => text.IsAlive);
        Assert.True(alive <= 6, alive + " of " + texts.Count + " versions of files are still there");
        GC.KeepAlive(session);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorSession Session, long At100, long At500) Run(List<WeakReference> texts)
    {
        var project = GoProject.Of([.. SampleModule.Files().Select(static file => ("/p" + file.Key, file.Value))]);
        var session = new GeneratorSession(project, tracksSteps: false, new CatalogueGenerator());
        var at100 = 0L;
        for (var i = 1; i <= Edits; i++)
        {
            session.Edit(Edited(project, i, texts));
            if (i == 100)
            {
                at100 = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        session.Edit(project);
        return (session, at100, GC.GetTotalMemory(forceFullCollection: true));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GoProject Edited(GoProject project, int number, List<WeakReference> texts)
    {
        var (path, text) = (number % 4) switch
        {
            0 => ("/p/m/base/base_amd64.s", "// " + number + "\n" + SampleModule.Files()["/m/base/base_amd64.s"]),
            1 => ("/p/m/user/user_amd64.s", SampleModule.Files()["/m/user/user_amd64.s"].Replace("$16-24", "$" + (16 + (8 * (number % 16))) + "-24", StringComparison.Ordinal)),
            2 => ("/p/m/user/more.go", SampleModule.Files()["/m/user/more.go"].Replace("pulled(3)", "pulled(" + number + ")", StringComparison.Ordinal)),
            _ => ("/p/m/base/base.go", SampleModule.Files()["/m/base/base.go"] + "\n\nvar v int" + (number % 2 == 0 ? "32" : "64") + "\n"),
        };
        var edited = project.WithFile(path, text);
        texts.Add(new WeakReference(edited.Files[path]));
        return edited;
    }
}
