using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>A Go program that is a resource of this assembly, built with one toolchain; it sees the packages of that GOROOT.</summary>
internal sealed class OracleProgram : IDisposable
{
    private static readonly Dictionary<string, string?> WithoutModules = new() { ["GO111MODULE"] = "off", ["GOOS"] = null };

    private readonly TemporaryDirectory directory = new();
    private readonly GoToolchain toolchain;

    private OracleProgram(GoToolchain toolchain) => this.toolchain = toolchain;

    private string Program => directory["program"];

    /// <summary>Builds one.</summary>
    /// <param name="toolchain">The toolchain.</param>
    /// <param name="resource">NAME.go.txt.</param>
    public static async Task<OracleProgram> BuildAsync(GoToolchain toolchain, string resource)
    {
        var made = new OracleProgram(toolchain);
        using var reader = new StreamReader(typeof(OracleProgram).Assembly.GetManifestResourceStream(resource)!);
        var source = made.directory.Write(Path.GetFileNameWithoutExtension(resource), await reader.ReadToEndAsync());
        await toolchain.GoAsync(made.directory.Path, WithoutModules, "build", "-o", made.Program, source);
        return made;
    }

    /// <summary>What it prints.</summary>
    /// <param name="input">Its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    public Task<string> RunAsync(string input, params string[] arguments) =>
        RunAsync(arguments, static output => output.ReadToEnd(), input);

    /// <summary>Runs it and hands its output over while it comes.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="read">Reads the output to its end.</param>
    /// <param name="input">Its standard input.</param>
    public async Task<T> RunAsync<T>(IEnumerable<string> arguments, Func<TextReader, T> read, string input = "")
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = directory.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in toolchain.EnvironmentFor(directory.Path, WithoutModules))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var result = Task.Run(() => read(process.StandardOutput));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var answer = await result;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException(Program + " failed: " + await error);
    }

    public void Dispose() => directory.Dispose();
}
