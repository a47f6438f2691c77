using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests;

public sealed class GoRootLocatorTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void What_is_given_goes_before_the_variable_and_the_variable_before_path()
    {
        Toolchain("given", "go1.21.1");
        Toolchain("variable", "go1.22.2");
        Toolchain("path", "go1.23.3");
        var environment = Environment("path/bin") with { GoRoot = directory["variable"] };
        Assert.Equal("go1.21.1", Find(directory["given"], environment));
        Assert.Equal("go1.22.2", Find(null, environment));
        Assert.Equal("go1.23.3", Find(null, environment with { GoRoot = null }));
        Assert.Null(Find("none", environment));
    }

    [Fact]
    public void A_directory_given_that_is_no_goroot_is_an_error()
    {
        Assert.Throws<GoLoadException>(() => Find(directory["nowhere"], GoEnvironment.Empty));
    }

    [Fact]
    public void A_variable_that_names_no_goroot_is_warned_of_and_path_is_used()
    {
        Toolchain("path", "go1.23.3");
        var found = GoRootLocator.Find(
            new DiskSourceFiles(), null, Environment("path/bin") with { GoRoot = directory["nowhere"] }, directory["module"], out var warning);
        Assert.Equal("go1.23.3", found!.Version.ToString());
        Assert.Equal(Severity.Warning, warning!.Severity);
    }

    [UnixFact]
    public void The_go_command_is_followed_through_links_as_debian_lays_it_out()
    {
        // /usr/bin/go -> ../lib/go/bin/go, /usr/lib/go -> go-1.19, and in there src -> ../../share/go-1.19/src.
        directory.Write("usr/share/go-1.19/src/runtime/runtime.go", "package runtime\n");
        directory.Write("usr/lib/go-1.19/VERSION", "go1.19.8");
        directory.Write("usr/lib/go-1.19/bin/go", "");
        Directory.CreateSymbolicLink(directory["usr/lib/go-1.19/src"], "../../share/go-1.19/src");
        Directory.CreateSymbolicLink(directory["usr/lib/go"], "go-1.19");
        Directory.CreateDirectory(directory["usr/bin"]);
        File.CreateSymbolicLink(directory["usr/bin/go"], "../lib/go/bin/go");
        var found = GoRootLocator.Find(new DiskSourceFiles(), null, Environment("usr/bin"), directory["module"], out _);
        Assert.Equal(directory["usr/lib/go-1.19"], found!.Path);
        Assert.Equal("go1.19.8", found.Version.ToString());
    }

    [Fact]
    public void An_entry_of_path_that_is_relative_or_in_the_analysed_tree_is_passed_over()
    {
        Toolchain("module/tools", "go1.21.1");
        Toolchain("path", "go1.23.3");
        Assert.Equal("go1.23.3", Find(null, Environment("module/tools/bin", "path/bin")));
        Assert.Null(Find(null, new GoEnvironment { Path = ["", ".", "path/bin", "../path/bin"] }));
    }

    [UnixFact]
    public void A_link_into_the_analysed_tree_is_passed_over_too()
    {
        Toolchain("module/tools", "go1.21.1");
        Directory.CreateDirectory(directory["bin"]);
        File.CreateSymbolicLink(directory["bin/go"], directory["module/tools/bin/go"]);
        Directory.CreateSymbolicLink(directory["bin2"], directory["module/tools/bin"]);
        Assert.Null(Find(null, Environment("bin", "bin2")));
    }

    [Fact]
    public void A_shim_of_a_version_manager_is_passed_over()
    {
        directory.Write("shims/bin/" + GoName, "#!/bin/sh\n");
        Toolchain("path", "go1.23.3");
        Assert.Equal("go1.23.3", Find(null, Environment("shims/bin", "path/bin")));
    }

    private static string GoName => OperatingSystem.IsWindows() ? "go.exe" : "go";

    private void Toolchain(string name, string version)
    {
        directory.Write(name + "/VERSION", version + "\ntime 2024-01-01T00:00:00Z\n");
        directory.Write(name + "/src/runtime/runtime.go", "package runtime\n");

        // A command that would leave a trace if anything ran it.
        var command = directory.Write(name + "/bin/" + GoName, "#!/bin/sh\ntouch \"" + directory["ran"] + "\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private GoEnvironment Environment(params string[] path) => new() { Path = [.. path.Select(entry => directory[entry])] };

    private string? Find(string? given, GoEnvironment environment)
    {
        Directory.CreateDirectory(directory["module"]);
        var found = GoRootLocator.Find(new DiskSourceFiles(), given, environment, SourcePath.Normalize(directory["module"].Replace('\\', '/')), out _);
        Assert.False(File.Exists(directory["ran"]));
        return found?.Version.ToString();
    }
}
