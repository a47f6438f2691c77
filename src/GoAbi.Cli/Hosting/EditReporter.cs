using System;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Says what was written, or why nothing was.</summary>
internal static class EditReporter
{
    public static void Report(EditResult result, string root, Messages messages)
    {
        foreach (var path in result.Changed)
        {
            messages.Info("changed " + SourcePath.Relative(path, root));
        }

        foreach (var path in result.Created)
        {
            messages.Info("created " + SourcePath.Relative(path, root));
        }

        foreach (var failure in result.Failures)
        {
            messages.Error("nothing was written: " + SourcePath.Relative(failure.Path, root) + " " + failure.Reason);
        }

        if (result.Succeeded && result.Changed.IsEmpty && result.Created.IsEmpty)
        {
            messages.Info("nothing to change");
        }
    }
}
