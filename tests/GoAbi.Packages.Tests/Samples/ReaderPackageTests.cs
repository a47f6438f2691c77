using System.Threading.Tasks;
using Xunit;

namespace GoAbi.Packages.Tests.Samples;

/// <summary>A project with a [GoFunction] reader, of the packages, under the strictest settings: there is nothing to say about what is generated.</summary>
[Collection(PackedPackages.Name)]
public sealed class ReaderPackageTests(PackageFeed feed)
{
    [Fact]
    public async Task Readers_build_without_a_warning_on_old_platforms_and_new_ones()
    {
        feed.Directory.Write(
            "Strict/Strict.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net10.0;net8.0;netstandard2.0</TargetFrameworks>
                <LangVersion>10</LangVersion>
                <RootNamespace>System.Go</RootNamespace>
                <ImplicitUsings>disable</ImplicitUsings>
                <Nullable>disable</Nullable>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
                <AnalysisMode>All</AnalysisMode>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GoAbi.Runtime" Version="{feed.Version}" />
                <PackageReference Include="GoAbi.Generator" Version="{feed.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        feed.Directory.Write(
            "Strict/LongArgs.cs",
            """
            using GoAbi.Runtime;

            namespace System.Go
            {
                /// <summary>A reader.</summary>
                [GoFunction("func longArgs(a1, a2 uint64, s string, t [2]struct{ x int; f float32 }, c complex128, e error) (n uint64, err error)", Go = "1.23")]
                public readonly partial record struct LongArgs;

                /// <summary>Reads.</summary>
                public static class Reading
                {
                    /// <summary>An argument of a stopped thread.</summary>
                    /// <param name="registers">The registers.</param>
                    /// <param name="memory">The memory.</param>
                    public static ulong First(PtraceRegisters registers, IMemoryReader memory) =>
                        LongArgs.TryRead(registers, memory, out var read) ? read.A1 + (ulong)read.T[1].X + LongArgs.Results.Read(registers, memory).N : 0;
                }
            }
            """);
        await DotNet.SucceedAsync(feed.Directory["Strict"], "build", "-v:m");
    }
}
