using System;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>The header is compiled by the C compiler of the machine, against stand-ins of what libbpf and the kernel give, and run on registers and a stack that the test fills.</summary>
public sealed class BpfHeaderTests : IDisposable
{
    private const string Signature = "func(a int8, s string, z [2]int16, f float64, b bool, i, j, k, l uint32, big uint64, x float32, y [2]float32, w ...int) (r string, e error, q [2]int32)";

    private const string Prelude = """
        #include <linux/types.h>
        #include <stdio.h>
        #include <string.h>
        #undef __always_inline
        #define __always_inline inline __attribute__((always_inline, unused))
        static long bpf_probe_read_user(void *to, __u32 size, const void *from) { memcpy(to, from, size); return 0; }
        #if defined(__TARGET_ARCH_x86)
        struct pt_regs { unsigned long r15, r14, r13, r12, rbp, rbx, r11, r10, r9, r8, rax, rcx, rdx, rsi, rdi, orig_rax, rip, cs, eflags, rsp, ss; };
        #else
        struct user_pt_regs { __u64 regs[31], sp, pc, pstate; };
        struct pt_regs;
        #endif
        #include "layout.h"

        """;

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [UnixFact]
    public async Task A_header_reads_registers_and_the_stack_of_amd64()
    {
        await WriteHeaderAsync("--target", "go1.24,amd64");
        directory.Write("main.c", Prelude + """
            int main(void)
            {
                __u8 stack[256];
                for (int i = 0; i < 256; i++) { stack[i] = (__u8)i; }
                struct pt_regs r = { .rax = 0xfffffffffffffff7, .rbx = 0x1111, .rcx = 5, .rdi = 0xff01, .rsi = 0x100000002, .r8 = 3, .r9 = 4, .r10 = 6, .r11 = 0xabcdef0123456789, .rsp = (unsigned long)stack, .r14 = 77, .rdx = 88 };
                __s8 a; __u64 base, big; __s64 len; __u8 b; __u32 i, l, bits; __s16 z1; __s32 q1;
                go_func_arg_a(&r, &a); go_func_arg_s_base(&r, &base); go_func_arg_s_len(&r, &len); go_func_arg_b(&r, &b); go_func_arg_i(&r, &i); go_func_arg_l(&r, &l); go_func_arg_big(&r, &big);
                go_func_arg_z_1(&r, &z1); go_func_arg_y_1_bits(&r, &bits); go_func_ret_q_1(&r, &q1);
                printf("%d %llx %lld %d %u %u %llx %x %x %x", a, base, len, b, i, l, big, z1, bits, q1);
                go_func_arg_w_len(&r, &len); go_func_ret_r_base(&r, &base);
                printf(" %llx %llx %llu %llu %llu\n", len, base, go_func_g(&r), go_func_closure(&r), go_func_arg_z_addr(&r) - r.rsp);
                return 0;
            }
            """);
        await CompileAsync("-D__TARGET_ARCH_x86", "-o", "main");
        var result = await CommandRunner.RunAsync(directory["main"], [], directory.Path);

        // Behind the return address: z at 0, y at 4, w at 16, q at 40 of the stack arguments.
        Assert.Equal("-9 1111 5 1 2 6 abcdef0123456789 b0a 13121110 37363534 27262524232221 fffffffffffffff7 77 88 8\n".Replace("27262524232221", "2726252423222120", StringComparison.Ordinal), result.Output);
    }

    [UnixFact]
    public async Task The_header_of_both_architectures_compiles_without_a_warning()
    {
        await WriteHeaderAsync();
        directory.Write("main.c", Prelude + "int main(void) { return 0; }\n");
        await CompileAsync("-D__TARGET_ARCH_x86", "-fsyntax-only");
        await CompileAsync("-D__TARGET_ARCH_arm64", "-fsyntax-only");
    }

    [Fact]
    public async Task What_is_in_a_floating_point_register_is_refused()
    {
        var header = await WriteHeaderAsync("--target", "arm64");
        Assert.Contains("go_func_arg_f can't be read: F0 is a floating-point register", header, StringComparison.Ordinal);
        Assert.DoesNotContain("go_func_arg_f(", header, StringComparison.Ordinal);
        Assert.Contains("go_func_arg_y_1_bits(", header, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--emit bpf-c is for amd64 and arm64, not for riscv64", "--target", "riscv64")]
    [InlineData("takes one target of amd64", "--target", "go1.21,amd64", "--target", "go1.24,amd64")]
    public async Task Other_machines_are_refused(string message, params string[] arguments)
    {
        var result = await GoAbiCli.RunAsync(directory.Path, ["layout", "--emit", "bpf-c", .. arguments, Signature]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    // Names and types can be spelled so that they end a comment or are none in C.
    [UnixFact]
    public async Task Odd_names_are_names_in_C()
    {
        var result = await GoAbiCli.RunAsync(directory.Path, "layout", "--emit", "bpf-c", "--output", "layout.h", "func(_, _ int, größe struct{ _, _ int }, m map[struct{ a int `*/ x` }]*/**/int) (_ struct{ _ float32 })");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        directory.Write("main.c", Prelude + "int main(void) { return 0; }\n");
        await CompileAsync("-D__TARGET_ARCH_x86", "-fsyntax-only");
    }

    private async Task<string> WriteHeaderAsync(params string[] arguments)
    {
        var result = await GoAbiCli.RunAsync(directory.Path, ["layout", "--emit", "bpf-c", .. arguments, Signature]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        directory.Write("layout.h", result.Output);
        return result.Output;
    }

    private async Task CompileAsync(params string[] arguments)
    {
        var result = await CommandRunner.RunAsync("cc", ["-Wall", "-Wextra", "-Werror", "-O1", .. arguments, "main.c"], directory.Path);
        Assert.True(result.ExitCode == 0, result.Error + File.ReadAllText(directory["layout.h"]));
    }
}
