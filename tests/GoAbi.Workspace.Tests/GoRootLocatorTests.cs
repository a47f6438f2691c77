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

    // What the last search had to say.
    private ImmutableArray<SourceDiagnostic> messages = [];

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
            new DiskSourceFiles(), null, Environment("path/bin") with { GoRoot = directory["nowhere"] }, directory["module"], out var warnings);
        Assert.Equal("go1.23.3", found!.Version.ToString());
        Assert.Equal(Severity.Warning, Assert.Single(warnings).Severity);
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

    [UnixFact]
    public void Entries_of_path_that_lead_nowhere_are_passed_over_in_silence()
    {
        Toolchain("path", "go1.23.3");
        Directory.CreateDirectory(directory["folder/bin/go"]);
        Directory.CreateDirectory(directory["loop/bin"]);
        File.CreateSymbolicLink(directory["loop/bin/go"], "go2");
        File.CreateSymbolicLink(directory["loop/bin/go2"], "go");
        Directory.CreateSymbolicLink(directory["circle"], "circle/circle");
        Directory.CreateDirectory(directory["dangling/bin"]);
        File.CreateSymbolicLink(directory["dangling/bin/go"], directory["gone/bin/go"]);
        directory.Write("file", "no directory");
        var odd = new GoEnvironment { Path = ["", ".", "~/go/bin", "/nul\0byte", "/" + new string('x', 5000), "/", directory["file"]] };
        var places = Environment("loop/bin", "circle/bin", "dangling/bin", "nowhere/bin", "path/bin");
        Assert.Equal("go1.23.3", Find(null, odd with { Path = [.. odd.Path, .. places.Path] }));
        Assert.Null(Find(null, odd with { Path = [.. odd.Path, .. places.Path[..^1]] }));
        Assert.Empty(messages);
    }

    [UnixFact]
    public void A_wrapper_script_on_path_is_not_run_and_one_is_told_what_to_do()
    {
        // As /usr/local/bin/go or a link of update-alternatives to a script: neither says where its GOROOT is.
        Toolchain("opt/go", "go1.23.3");
        var script = directory.Write("usr/bin/go-wrapper", "#!/bin/sh\ntouch \"" + directory["ran"] + "\"\nexec " + directory["opt/go/bin/go"] + " \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Directory.CreateDirectory(directory["etc/alternatives"]);
        File.CreateSymbolicLink(directory["etc/alternatives/go"], script);
        File.CreateSymbolicLink(directory["usr/bin/go"], directory["etc/alternatives/go"]);
        Assert.Null(Find(null, Environment("usr/bin")));
        var message = Assert.Single(messages);
        Assert.Equal(Severity.Info, message.Severity);
        Assert.Contains(directory["usr/bin/go"] + " is not the go command of a GOROOT", message.Message);
        Assert.Contains("--goroot", message.Message);

        Assert.Equal("go1.23.3", Find(null, Environment("usr/bin", "opt/go/bin")));
        Assert.Empty(messages);
    }

    [UnixFact]
    public void Links_of_update_alternatives_are_followed_to_the_goroot()
    {
        Toolchain("usr/lib/go-1.23", "go1.23.3");
        Directory.CreateDirectory(directory["etc/alternatives"]);
        Directory.CreateDirectory(directory["usr/bin"]);
        File.CreateSymbolicLink(directory["etc/alternatives/go"], directory["usr/lib/go-1.23/bin/go"]);
        File.CreateSymbolicLink(directory["usr/bin/go"], directory["etc/alternatives/go"]);
        Assert.Equal("go1.23.3", Find(null, Environment("usr/bin")));
    }

    [Theory]
    [InlineData("go1.25rc1 X:aliastypeparams\ntime 2025-06-01T00:00:00Z\n", "go1.25", false)]
    [InlineData("devel go1.26-abcdef0123 Mon Jan 1 00:00:00 2026 +0000", "go1.26", false)]
    [InlineData("", "go1.27", true)]
    [InlineData("\n\ngo1.21.0\n", "go1.27", true)]
    [InlineData("\0\u0001garbage\u001b[31m", "go1.27", true)]
    [InlineData("go2.0", "go1.27", true)]
    [InlineData("go1.99999999999999999999", "go1.27", true)]
    [InlineData(null, "go1.27", true)]
    public void A_version_that_cannot_be_read_is_said_and_the_newest_known_is_assumed(string? version, string read, bool isAssumed)
    {
        directory.Write("go/src/runtime/runtime.go", "package runtime\n");
        if (version is not null)
        {
            directory.Write("go/VERSION", version);
        }

        Assert.Equal(read, Find(directory["go"], GoEnvironment.Empty));
        Assert.Equal(isAssumed, messages.Length == 1);
        Assert.All(messages, message =>
        {
            Assert.Equal(DiagnosticIds.UnknownGoVersion, message.Id);
            Assert.Contains("VERSION", message.Message);
            Assert.DoesNotContain(message.Message, char.IsControl);
        });
    }

    [Fact]
    public void A_version_file_of_any_size_and_kind_is_survived()
    {
        directory.Write("go/src/runtime/runtime.go", "package runtime\n");
        directory.Write("go/VERSION", new byte[20_000_000]);
        Assert.Equal("go1.27", Find(directory["go"], GoEnvironment.Empty));
        directory.Write("long/src/runtime/runtime.go", "package runtime\n");
        directory.Write("long/VERSION", "go1.22.2 " + new string('x', 20_000_000));
        Assert.Equal("go1.22.2", Find(directory["long"], GoEnvironment.Empty));
        directory.Write("folder/src/runtime/runtime.go", "package runtime\n");
        Directory.CreateDirectory(directory["folder/VERSION"]);
        Assert.Equal("go1.27", Find(directory["folder"], GoEnvironment.Empty));
        Assert.Single(messages);
    }

    [Fact]
    public void Why_a_directory_is_no_goroot_is_said()
    {
        directory.Write("binaries/VERSION", "go1.22.2");
        directory.Write("empty/readme", "");
        Assert.Contains("no such directory", Assert.Throws<GoLoadException>(() => Find(directory["nowhere"], GoEnvironment.Empty)).Message);
        Assert.Contains("has a VERSION, but no sources", Assert.Throws<GoLoadException>(() => Find(directory["binaries"], GoEnvironment.Empty)).Message);
        Assert.Contains("no src/runtime/runtime.go", Assert.Throws<GoLoadException>(() => Find(directory["empty"], GoEnvironment.Empty)).Message);
        Assert.Throws<GoLoadException>(() => Find("", GoEnvironment.Empty));
        Assert.Null(Find(null, GoEnvironment.Empty with { GoRoot = "relative/go" }));
        Assert.Contains("no absolute path", Assert.Single(messages).Message);
        Assert.Null(Find(null, GoEnvironment.Empty with { GoRoot = "/nul\0byte" }));
        Assert.Contains("no such directory", Assert.Single(messages).Message);
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
        var found = GoRootLocator.Find(new DiskSourceFiles(), given, environment, SourcePath.Normalize(directory["module"].Replace('\\', '/')), out messages);
        Assert.False(File.Exists(directory["ran"]));
        return found?.Version.ToString();
    }
}
