using System;
using GoAbi.Workspace.Tests.Caching;

namespace GoAbi.Workspace.Tests;

/// <summary>The tests as a program of their own: what a test starts several of.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [CacheProcess.Name, .. var rest])
        {
            return CacheProcess.Run(rest);
        }

        Console.Error.WriteLine("These are tests: run them with 'dotnet test'.");
        return 2;
    }
}
