using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Layout;

/// <summary>Headers for BPF programs are compiled by clang for the bpf target; without clang there is nothing to ask.</summary>
public sealed class BpfHeaderOracle(ITestOutputHelper output)
{
    private const int Signatures = 100;

    // What libbpf and the kernel's headers declare, as far as a header of ours needs it.
    private const string Prelude = """
        typedef unsigned char __u8; typedef unsigned short __u16; typedef unsigned int __u32; typedef unsigned long long __u64;
        typedef signed char __s8; typedef short __s16; typedef int __s32; typedef long long __s64;
        #define __always_inline inline __attribute__((always_inline, unused))
        static long (*const bpf_probe_read_user)(void *, __u32, const void *) __attribute__((unused)) = (long (*)(void *, __u32, const void *))112;
        #ifdef __TARGET_ARCH_x86
        struct pt_regs { unsigned long r15, r14, r13, r12, rbp, rbx, r11, r10, r9, r8, rax, rcx, rdx, rsi, rdi, orig_rax, rip, cs, eflags, rsp, ss; };
        #else
        struct user_pt_regs { __u64 regs[31], sp, pc, pstate; };
        struct pt_regs { struct user_pt_regs user_regs; };
        #endif

        """;

    [ClangFact]
    public async Task Headers_compile_for_the_bpf_target()
    {
        using var directory = new TemporaryDirectory();
        var source = directory.Write("p.go", new SignatureGenerator(77).Generate(Signatures));
        foreach (var (goarch, name) in new[] { ("amd64", "x86"), ("arm64", "arm64") })
        {
            var target = new Target { Goos = "linux", Goarch = goarch, Toolchain = GoVersion.NewestKnown };
            var text = new StringBuilder(Prelude);
            var functions = 0;
            foreach (var (function, layout) in LayoutOracle.Read(target, source).Select(f => (f.Key, Layout: AbiLayout.Compute(f.Value, target, out _)!)).OrderBy(static f => f.Key, StringComparer.Ordinal))
            {
                var written = new StringWriter(CultureInfo.InvariantCulture);
                BpfHeaderReport.Write([new LayoutSubject(function, function, layout)], written);
                text.Append(written);
                functions++;
            }

            directory.Write(name + ".c", text.ToString());
            var result = await CommandRunner.RunAsync(
                ClangFactAttribute.Clang!, ["-O2", "-Wall", "-Wextra", "-Werror", "-target", "bpf", "-D__TARGET_ARCH_" + name, "-c", name + ".c", "-o", name + ".o"], directory.Path);
            Assert.True(result.ExitCode == 0, goarch + "\n" + result.Error[..Math.Min(3000, result.Error.Length)]);
            Assert.True(functions > Signatures);
            output.WriteLine(FormattableString.Invariant($"TRUTH bpf-header goarch={goarch} functions={functions} refused=0"));
        }
    }
}
