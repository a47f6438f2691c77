using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Instructions;

public sealed class ArchitectureTests
{
    [Fact]
    public void Every_architecture_of_the_toolchain_has_tables() =>
        Assert.All(GoPlatforms.AssemblerArchitectures, a => Assert.NotNull(AsmArchitecture.Find(a)));

    [Theory]
    [InlineData("amd64", "R14", "SP", null)]
    [InlineData("arm64", "g", "RSP", "LR")]
    [InlineData("386", null, "SP", null)]
    [InlineData("riscv64", "X27", "SP", "RA")]
    [InlineData("ppc64le", "g", "R1", "LR")]
    [InlineData("s390x", "g", "R15", "R14")]
    public void An_architecture_names_the_registers_that_matter(string goarch, string? goroutine, string stackPointer, string? link)
    {
        var architecture = AsmArchitecture.Find(goarch)!;
        Assert.Equal((goroutine is null, link is null), (architecture.Goroutine is null, architecture.LinkRegister is null));
        Assert.True(goroutine is null || !architecture.TryGetRegister(goroutine, out var g) || g.IsSameAs(architecture.Goroutine!.Value));
        Assert.True(architecture.TryGetRegister(stackPointer, out var sp) && sp.IsSameAs(architecture.StackPointer!.Value));
        Assert.True(link is null || (architecture.TryGetRegister(link, out var lr) && lr.IsLinkRegister));
    }

    [Fact]
    public void On_amd64_the_names_g_and_R14_are_one_register()
    {
        var amd64 = AsmArchitecture.Find("amd64")!;
        Assert.True(amd64.TryGetRegister("g", out var g) && amd64.TryGetRegister("R14", out var r14) && g.IsSameAs(r14) && r14.IsGoroutine);
    }

    [Fact]
    public void Registers_have_classes() =>
        Assert.Equal(
            "General Vector Vector Mask Pseudo System",
            string.Join(" ", new[] { "R0", "F0", "V0", "P0", "FP", "TPIDR_EL0" }.Select(n => AsmArchitecture.Find("arm64")!.TryGetRegister(n, out var r) ? r.Class.ToString() : "?")));
}
