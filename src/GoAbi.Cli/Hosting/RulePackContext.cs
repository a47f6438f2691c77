using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace GoAbi.Cli;

/// <summary>Where a rule pack's assemblies are loaded: by themselves, with what lies beside them; GoAbi's own are the command's, so that a pack's rules are rules.</summary>
internal sealed class RulePackContext(string path) : AssemblyLoadContext("rules " + path)
{
    private const string Shared = "GoAbi.";

    private readonly AssemblyDependencyResolver resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !IsOfTheCommand(name) && resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;

    private static bool IsOfTheCommand(string name) =>
        name.StartsWith(Shared, StringComparison.Ordinal) && File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
