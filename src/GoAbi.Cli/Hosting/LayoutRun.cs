using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Reads signatures and functions and prints their layouts.</summary>
internal sealed class LayoutRun(LayoutSettings settings)
{
    private readonly DiskSourceFiles files = new(settings.Load.MaxFileSize);
    private readonly string directory = Absolute(".");

    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (settings.Batch is not null)
        {
            return await BatchAsync(settings.Batch, cancellationToken).ConfigureAwait(false);
        }

        var subject = settings.Subject!;
        return subject.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash && !subject.AsSpan(0, hash).Contains('(')
            ? await OfPackageAsync(subject[..hash], subject[(hash + 1)..], cancellationToken).ConfigureAwait(false)
            : await OfSignatureAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> OfPackageAsync(string path, string name, CancellationToken cancellationToken)
    {
        var loader = await GoFunctionLoader.OpenAsync(path, settings.Load, cancellationToken).ConfigureAwait(false);
        var subjects = ImmutableArray.CreateBuilder<LayoutSubject>();
        foreach (var target in Targets(loader.GoRootVersion))
        {
            var function = loader.Load(name, target, cancellationToken);
            subjects.Add(Compute(path + "#" + name, name, function, target, out var problem) ?? throw new UsageException("'" + name + "': " + problem));
        }

        await WriteAsync(subjects.ToImmutable(), cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private async Task<int> OfSignatureAsync(string signature, CancellationToken cancellationToken)
    {
        var declarations = settings.Declarations is { } path ? ReadFile(path) : null;
        var subjects = ImmutableArray.CreateBuilder<LayoutSubject>();
        foreach (var target in Targets(FindGoRootVersion()))
        {
            var text = AbiSignatureText.Read(new SourceFile("signature", SourceText.FromString(signature)), declarations, target, cancellationToken);
            if (text.Function is not { } function)
            {
                foreach (var diagnostic in text.Diagnostics)
                {
                    settings.Messages.Diagnostic(diagnostic, directory);
                }

                return ExitCode.Usage;
            }

            subjects.Add(Compute(signature, text.Name, function, target, out var problem) ?? throw new UsageException(problem));
        }

        await WriteAsync(subjects.ToImmutable(), cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    }

    // A line that can't be read has an error in its place; the others are printed.
    private async Task<int> BatchAsync(string path, CancellationToken cancellationToken)
    {
        if (settings.Emit != "json")
        {
            throw new UsageException("--batch prints JSON alone.");
        }

        if (settings.Declarations is not null)
        {
            throw new UsageException("--batch has declarations in its lines: --decls can't be given beside it.");
        }

        var lines = ReadFile(path).Text.Text.Split('\n');
        var targets = Targets(FindGoRootVersion());
        var isIncomplete = false;
        await settings.Output.WriteAsync(
            stream =>
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var line = lines[i].Trim().TrimStart('\uFEFF');
                    if (line.Length > 0)
                    {
                        isIncomplete |= !WriteLine(line, FormattableString.Invariant($"{path}:{i + 1}"), targets, stream, cancellationToken);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
        return isIncomplete ? ExitCode.Incomplete : ExitCode.Success;
    }

    private bool WriteLine(string line, string place, ImmutableArray<Target> targets, Stream output, CancellationToken cancellationToken)
    {
        string id;
        string declarations;
        string signature;
        try
        {
            using var json = JsonDocument.Parse(line);
            id = Member(json.RootElement, "id") ?? "";
            declarations = Member(json.RootElement, "decls") ?? "";
            signature = Member(json.RootElement, "signature") ?? throw new JsonException("there is no \"signature\"");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            settings.Messages.Error(place + ": this is no line of a batch: " + e.Message);
            return false;
        }

        foreach (var target in targets)
        {
            var text = AbiSignatureText.Read(
                new SourceFile("signature", SourceText.FromString(signature)),
                declarations.Length == 0 ? null : new SourceFile("decls", SourceText.FromString(declarations)),
                target,
                cancellationToken);
            var problem = text.Diagnostics.Select(static d => d.Location + ": " + d.Message).FirstOrDefault() ?? "";
            if (text.Function is { } function && Compute(signature, text.Name, function, target, out problem) is { } subject)
            {
                LayoutJsonReport.Write(subject, id, output);
                continue;
            }

            settings.Messages.Error(place + ": " + problem);
            LayoutJsonReport.WriteError(id, problem, output);
            return false;
        }

        return true;
    }

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString() : null;

    private static LayoutSubject? Compute(string signature, string name, AbiFunction function, Target target, out string problem)
    {
        if (AbiLayout.Compute(function, target, out var unknown) is { } layout)
        {
            problem = "";
            return new LayoutSubject(signature, name, layout);
        }

        problem = "the size of '" + (unknown!.Value.Name + " " + unknown.Value.Type).Trim() + "' isn't known: a type that it needs is not declared, or is a type parameter.";
        return null;
    }

    private Task WriteAsync(ImmutableArray<LayoutSubject> subjects, CancellationToken cancellationToken) => settings.Emit switch
    {
        "bpf-c" when BpfHeaderReport.Refusal(subjects) is { } reason => throw new UsageException(reason),
        "csharp" when CSharpLayoutReport.Refusal(subjects) is { } reason => throw new UsageException(reason),
        "json" => settings.Output.WriteAsync(
            stream =>
            {
                foreach (var subject in subjects)
                {
                    LayoutJsonReport.Write(subject, null, stream);
                }
            },
            cancellationToken),
        "bpf-c" => settings.Output.WriteTextAsync(writer => BpfHeaderReport.Write(subjects, writer), cancellationToken),
        "csharp" => settings.Output.WriteTextAsync(writer => CSharpLayoutReport.Write(subjects[0], writer), cancellationToken),
        _ => settings.Output.WriteTextAsync(writer => LayoutTableReport.Write(subjects, writer), cancellationToken),
    };

    private static string Absolute(string path) => SourcePath.Normalize(Path.GetFullPath(path).Replace('\\', '/'));

    private SourceFile ReadFile(string path)
    {
        var result = files.Read(Absolute(path));
        return result.File ?? throw new UsageException("'" + path + "' can't be read: " + result.Reason);
    }

    private GoVersion? FindGoRootVersion()
    {
        var root = GoRootLocator.Find(files, settings.Load.GoRoot, GoEnvironment.Current(), directory, out var diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            settings.Messages.Diagnostic(diagnostic, directory);
        }

        return root?.Version;
    }

    /// <exception cref="UsageException">An architecture isn't known.</exception>
    private ImmutableArray<Target> Targets(GoVersion? version)
    {
        // A header is for both machines unless one is asked for.
        IEnumerable<GoTargetRequest> requests = !settings.Targets.IsDefaultOrEmpty ? settings.Targets
            : settings.Emit == "bpf-c" ? BpfHeaderReport.Architectures.Select(static a => new GoTargetRequest(Goarch: a))
            : [new GoTargetRequest()];
        return [.. requests.Select(Create).Distinct()];

        Target Create(GoTargetRequest request)
        {
            var goarch = request.Goarch ?? "amd64";
            return GoPlatforms.AssemblerArchitectures.Contains(goarch)
                ? new Target
                {
                    Toolchain = request.Toolchain ?? version ?? GoVersion.NewestKnown,
                    Goos = request.Goos ?? (goarch == "wasm" ? "js" : "linux"),
                    Goarch = goarch,
                    Feature = request.Feature,
                    Tags = Target.NormalizeTags(settings.Load.Tags),
                }
                : throw new UsageException("no Go compiles for " + goarch + ": it is one of " + string.Join(", ", GoPlatforms.AssemblerArchitectures) + ".");
        }
    }
}
