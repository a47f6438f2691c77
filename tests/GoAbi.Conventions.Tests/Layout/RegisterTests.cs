using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Conventions.Tests.Layout;

public sealed class RegisterTests
{
    [Theory]
    [InlineData("amd64", "AX BX CX DI SI R8 R9 R10 R11", "X0 X1 X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X12 X13 X14")]
    [InlineData("arm64", "R0 R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15", "F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15")]
    [InlineData("ppc64", "R3 R4 R5 R6 R7 R8 R9 R10 R14 R15 R16 R17", "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12")]
    [InlineData("riscv64", "X10 X11 X12 X13 X14 X15 X16 X17 X8 X9 X18 X19 X20 X21 X22 X23", "F10 F11 F12 F13 F14 F15 F16 F17 F8 F9 F18 F19 F20 F21 F22 F23")]
    [InlineData("loong64", "R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17 R18 R19", "F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15")]
    [InlineData("s390x", "R2 R3 R4 R5 R6 R7 R8 R9", "F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15")]
    [InlineData("386", "", "")]
    [InlineData("wasm", "", "")]
    public void Arguments_take_the_registers_of_the_compiler_in_its_order(string goarch, string integers, string floats)
    {
        var registers = AbiRegisters.For(new Target { Goarch = goarch });
        Assert.Equal((integers, floats), (string.Join(' ', registers.Integers), string.Join(' ', registers.Floats)));
    }

    [Theory]
    [InlineData("amd64", 16, false)]
    [InlineData("amd64", 17, true)]
    [InlineData("riscv64", 18, false)]
    [InlineData("riscv64", 19, true)]
    [InlineData("loong64", 21, false)]
    [InlineData("s390x", 25, false)]
    [InlineData("s390x", 26, true)]
    public void Register_arguments_came_with_a_version(string goarch, int minor, bool expected) =>
        Assert.Equal(expected, AbiRegisters.For(new Target { Goarch = goarch, Toolchain = new GoVersion(minor) }).HasRegisterArguments);

    // Linux, the DWARF ABI supplements and Go agree on these; amd64's order is the one that people get wrong.
    [Theory]
    [InlineData("amd64", "AX", 0, "ax", "ax")]
    [InlineData("amd64", "BX", 3, "bx", "bx")]
    [InlineData("amd64", "CX", 2, "cx", "cx")]
    [InlineData("amd64", "DI", 5, "di", "di")]
    [InlineData("amd64", "R11", 11, "r11", "r11")]
    [InlineData("amd64", "X14", 31, null, null)]
    [InlineData("arm64", "R15", 15, "regs[15]", "r15")]
    [InlineData("arm64", "F15", 79, null, null)]
    [InlineData("riscv64", "X10", 10, "a0", null)]
    [InlineData("riscv64", "X8", 8, "s0", null)]
    [InlineData("riscv64", "X23", 23, "s7", null)]
    [InlineData("s390x", "F1", 20, null, null)]
    [InlineData("ppc64le", "R17", 17, "gpr[17]", null)]
    [InlineData("386", "CX", 1, "cx", null)]
    public void A_register_has_the_names_of_other_tools(string goarch, string name, int dwarf, string? ptRegs, string? bpftrace)
    {
        var register = AbiRegisters.For(new Target { Goarch = goarch }).All[name];
        Assert.Equal((dwarf, ptRegs, bpftrace), (register.DwarfNumber!.Value, register.PtRegs, register.Bpftrace));
    }

    [Theory]
    [InlineData("amd64", "DX", "R14", null, "BP", "X15", 0, 8)]
    [InlineData("arm64", "R26", "g", "R30", "R29", "ZR", 8, 8)]
    [InlineData("ppc64le", "R11", "g", "LR", null, "R0", 32, 32)]
    [InlineData("riscv64", "X26", "g", "X1", null, "X0", 8, 8)]
    [InlineData("s390x", "R12", "g", "R14", null, "R0", 8, 8)]
    [InlineData("386", "DX", null, null, null, null, 0, 4)]
    [InlineData("arm", "R7", "g", "R14", null, null, 4, 4)]
    [InlineData("mips", "R22", "g", "R31", null, "R0", 4, 4)]
    public void A_register_has_its_role(string goarch, string context, string? g, string? link, string? frame, string? zero, int fixedFrame, int entry)
    {
        var registers = AbiRegisters.For(new Target { Goarch = goarch });
        Assert.Equal((context, g, link, frame), (registers.ClosureContext.Name, registers.Goroutine?.Name, registers.Link?.Name, registers.FramePointer?.Name));
        Assert.Equal((zero, fixedFrame, entry), (registers.Zero?.Name, registers.FixedFrameSize, registers.EntryArgumentOffset));
    }

    [Fact]
    public void No_register_has_two_roles()
    {
        foreach (var goarch in GoPlatforms.AssemblerArchitectures)
        {
            var registers = AbiRegisters.For(new Target { Goarch = goarch });
            var roles = registers.Integers.Concat(registers.Floats).Concat(registers.Scratch)
                .Concat([registers.ClosureContext, registers.StackPointer, registers.Goroutine, registers.Link, registers.FramePointer, registers.Zero])
                .Where(static r => r is not null).ToList();
            Assert.Equal(roles.Count, roles.Distinct().Count());
        }
    }
}
