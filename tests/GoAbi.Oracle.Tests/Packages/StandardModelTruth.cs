using System.Collections.Generic;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>What the built-in model of the standard library says is what GOROOT's sources say: kinds, types, constants, what has a body in Go, and the sizes of types.</summary>
public sealed class StandardModelTruth(ITestOutputHelper output)
{
    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public void Every_exported_declaration_of_the_model_is_one_of_the_toolchain(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var directory = new TemporaryDirectory();
        directory.Write("go.mod", "module m\n");
        var files = new DiskSourceFiles();
        var problems = new List<string>();
        foreach (var name in SelectionTargets.Sample().Where(static target => target.Tags.Length == 0 && !target.Name.EndsWith("cgo", System.StringComparison.Ordinal)).Select(static target => target.Name))
        {
            var target = StandardLibrarySelection.MakeTarget(toolchain, name);
            var model = new Declarations(GoModuleGraph.Load(GoStandardModel.Over(files), directory.Path, null, [], GoModFlag.Default, CancellationToken.None), GoStandardModel.Over(files), target);
            var real = new Declarations(GoModuleGraph.Load(files, directory.Path, toolchain.Read(files), [], GoModFlag.Default, CancellationToken.None), files, target);
            var (compared, unknown, different) = (0, 0, new List<string>());
            foreach (var path in model.Packages())
            {
                if (model.Find(path) is not { } ours || path.Split('/').Contains("internal") || real.Find(path) is not { } theirs)
                {
                    continue;
                }

                foreach (var item in ours.Objects.Where(static item => char.IsUpper(item.Name[0])))
                {
                    compared++;
                    if (!theirs.TryGet(item.Name, out var other))
                    {
                        different.Add(path + "." + item.Name + " is not there");
                        continue;
                    }

                    if (model.IsUnknown(item))
                    {
                        unknown++;
                    }
                    else if (model.Describe(item) != real.Describe(other))
                    {
                        different.Add(path + "." + item.Name + ": " + model.Describe(item) + ", in GOROOT " + real.Describe(other));
                    }
                }

                foreach (var method in ours.Methods.Where(static method => char.IsUpper(method.ReceiverTypeName![0]) && char.IsUpper(method.Name[0])))
                {
                    compared++;
                    var same = theirs.Methods.FirstOrDefault(other => other.Name == method.Name && other.ReceiverTypeName == method.ReceiverTypeName);
                    if (same is null || same.IsPointerReceiver != method.IsPointerReceiver || same.HasBody != method.HasBody)
                    {
                        different.Add(path + "." + method.ReceiverTypeName + "." + method.Name + " is otherwise");
                    }
                }
            }

            output.WriteLine("TRUTH standard-model go=" + toolchain.Version + " target=" + name + " declarations=" + compared + " unknown=" + unknown + " differences=" + different.Count);
            Assert.True(compared > 800);
            Assert.True(unknown < compared / 20);
            problems.AddRange(different.Select(line => name + " " + line));
        }

        Assert.True(problems.Count == 0, problems.Count + " differences:\n" + string.Join('\n', problems.Take(60)));
    }

    private sealed class Declarations
    {
        private readonly GoModuleGraph modules;
        private readonly ISourceFiles files;
        private readonly GoPackageLoader loader;
        private readonly GoTypeSession session;
        private readonly Dictionary<string, GoPackageScope?> scopes = [];

        public Declarations(GoModuleGraph modules, ISourceFiles files, Target target)
        {
            this.modules = modules;
            this.files = files;
            loader = new GoPackageLoader(files, modules, target, new GoPackageLoaderOptions { IncludeTests = false, SkipFunctionBodies = true });
            session = new GoTypeSession(target, (_, path) => Find(path));
        }

        public IEnumerable<string> Packages(string directory = GoStandardModel.SourceDirectory)
        {
            foreach (var entry in files.List(directory).Where(static entry => entry.IsDirectory))
            {
                var path = directory + "/" + entry.Name;
                yield return path[(GoStandardModel.SourceDirectory.Length + 1)..];
                foreach (var below in Packages(path))
                {
                    yield return below;
                }
            }
        }

        public GoPackageScope? Find(string path)
        {
            if (!scopes.TryGetValue(path, out var scope))
            {
                scopes[path] = scope = modules.Resolve(path, modules.Root) is { } place && loader.Load(place.Directory, CancellationToken.None) is [var package, ..]
                    ? GoPackageScope.Collect(package)
                    : null;
            }

            return scope;
        }

        /// <summary>True where a type that depends on GOARCH takes part, which the model leaves out.</summary>
        public bool IsUnknown(GoObject item) =>
            session.TypeOf(item) is var type && (type.ToString()!.Contains("invalid type", System.StringComparison.Ordinal)
                || (item.Kind == GoObjectKind.TypeName && session.Sizes.SizeOf(type) == 0 && type is GoNamedType { Underlying: GoStructType { Fields.IsEmpty: false } }));

        public string Describe(GoObject item)
        {
            var type = session.TypeOf(item);
            var text = item.Kind + " " + type;
            text += item.Kind == GoObjectKind.Function ? item.HasBody ? " in Go" : " elsewhere" : "";
            text += item.Kind == GoObjectKind.Constant ? " = " + session.ValueOf(item) : "";
            return item.Kind == GoObjectKind.TypeName && session.Sizes.SizeOf(type) is > 0 and var size ? text + " of " + size + " bytes" : text;
        }
    }
}
