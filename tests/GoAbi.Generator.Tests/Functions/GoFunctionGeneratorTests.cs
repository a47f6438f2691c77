using System;
using System.Linq;
using System.Reflection;
using GoAbi.Generator.Tests.Driving;
using GoAbi.Runtime;
using GoAbi.Testing.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Generator.Tests.Functions;

public sealed class GoFunctionGeneratorTests
{
    private const string Using = "using GoAbi.Runtime;\n";

    public static TheoryData<string> Odd =>
    [
        Using + "[GoFunction(\"func()\")] partial record struct Nothing;",
        Using + "[GoFunction(\"func(_, _ int, größe struct{ _, _ int }, m map[string]int, 数 int, 𝐀 int) (_ int, _ error)\")] partial record struct P;",
        Using + "[GoFunction(\"func(read int, Read int, p byte, class bool, results int, tryRead int, a_b, aB int, item int)\")] partial record struct P;",
        Using + "[GoFunction(\"func(x struct{ Equals, ToString, GetHashCode, x, length int }, equals, printMembers, deconstruct, equalityContract, getType int)\")] partial record struct P;",
        Using + "[GoFunction(\"func(int, string, ...any) (int, error)\")] readonly partial record struct P;",
        Using + "[GoFunction(\"func(a [1 << 30]int, b [100]byte, c [3][2]struct{ x [1]string })\")] partial record struct P;",
        Using + "[GoFunction(\"func(a int) int\")] partial record struct Results;",
        Using + "[GoFunction(\"func(a T, b T, c Results) T\", Declarations = \"type T struct { T *T; p P }; type P [2]int8; type Results struct { Results int }\")] partial record struct P { public static int Own = 1; public int A => Own; }",
        Using + "[GoFunction(\"func (t *T) M(n int)\", Declarations = \"type T struct { a int }\", Abi = GoCallAbi.Abi0)] partial record struct @class;",
        Using + "namespace System.Go { partial class GoAbi { internal partial interface System { partial struct Global<T> { partial record struct @record { [GoFunction(\"func(c complex128, s string)\")] private partial record struct P<TRegisters, TMemory>; } } } } }",
        Using + "namespace A.B;\npartial record Outer<in_> where in_ : class { [GoFunction(\"func(x [2]complex64, t, T int)\")] protected partial record struct T { public T(int a) : this() => X_2 = a; public int X_2 { get => X.Item0.Real > 0 ? 1 : 0; init { } } } }",
        Using + "[GoFunction(\"func(n int, b byte) int\")] partial record struct P { public P(long n, byte b) : this() => (N, B) = (n, b); public P(long n, byte b, int more) : this(n, b) { } }",
        Using + "[GoFunction(\"func(clone bool, x struct{ Clone int }) (clone bool)\")] partial record struct P;",
        Using + "[GoFunction(\"func(a Clone) int\", Declarations = \"type Clone struct { a int }\")] partial record struct P;",
        Using + "[GoFunction(\"func(a TMemory, b TRegisters) (TMemory, error)\", Declarations = \"type TMemory struct { a int }; type TRegisters [2]int\")] partial record struct P;",
        Using + "[GoFunction(\"func(a Item0, b Item1) error\", Declarations = \"type Item0 [2]int; type Item1 [1]Item0\")] partial record struct P;",
        Using + "[GoFunction(\"func(a [0]int, b struct{ _ int32 }, c [2]struct{ _ byte }, d [1][1]int8, e struct{ struct_ }, f *struct_)\", Declarations = \"type struct_ struct { Base; *Ptr; n uintptr }; type Base struct { bool }; type Ptr int\")] partial record struct P;",
        Using + "partial interface I<TOut, TIn> { [GoFunction(\"func(x float32)\")] public partial record struct P { } }",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_generated_compiles_without_a_word(string source)
    {
        foreach (var nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
        {
            var project = ReaderProject.Of(source);

            // The tests' own types have no documentation.
            project = project with { CompilationOptions = project.CompilationOptions.WithNullableContextOptions(nullable).WithOverflowChecks(true).WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress)]) };
            ReaderProject.Load(project);
        }
    }

    [Fact]
    public void Everything_that_is_generated_is_documented()
    {
        var text = "/// <summary>A reader.</summary>\n[GoAbi.Runtime.GoFunction(\"func(s string, t [2]struct{ a, b int }, big [200]int) (n int, err error)\")]\npublic partial record struct P;";
        ReaderProject.Load(ReaderProject.Of(text));
    }

    [Fact]
    public void The_oldest_platform_has_no_init_and_needs_none()
    {
        var runtime = PlatformReferences.NetStandard.Add(StubOfRuntime());
        var project = ReaderProject.Of(Using + "[GoFunction(\"func(s string, t [2]struct{ a, b int })\")]\nreadonly partial record struct P;") with { References = runtime };
        var text = ReaderProject.Text(ReaderProject.Run(project));
        Assert.Contains("public global::GoAbi.Runtime.GoString S { get; }", text, StringComparison.Ordinal);
        Assert.DoesNotContain("init;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_come_from_registers_and_the_stack()
    {
        var assembly = ReaderProject.Load(ReaderProject.Of(Using
            + "[GoFunction(\"func (t *T) Do(a int8, s string, z [2]int16, f float64, b bool, x float32) (T, error)\", Declarations = \"type T struct {\\n\\tn uint16\\n\\tq complex64\\n\\t_, _ int32\\n}\")]\nreadonly partial record struct Do;"));
        var registers = new NumberedRegisters
        {
            [Amd64Register.AX] = 0x1000, [Amd64Register.BX] = 0xfffffffffffffff7, [Amd64Register.CX] = 0x2000, [Amd64Register.DI] = 5, [Amd64Register.SI] = 0xab01, [Amd64Register.SP] = 0x7000,
            [Amd64Register.X0] = BitConverter.DoubleToUInt64Bits(1.5), [Amd64Register.X0 + 1] = BitConverter.SingleToUInt32Bits(-0.25f),
        };
        var type = assembly.GetType("Do")!;
        Assert.Equal(
            "Do { T = GoPointer { Address = 4096, IsNil = False }, A = -9, S = GoString { Address = 8192, Length = 5 }, Z = Int16Array2 { Item0 = 513, Item1 = -1 }, F = 1.5, B = True, X = -0.25 }",
            ReaderValues.Read(type, registers, new RunOfMemory(0x7008, [1, 2, 0xff, 0xff]))!.ToString()!.Replace(", Length = 2", "", StringComparison.Ordinal));
        Assert.Null(ReaderValues.Read(type, registers, new RunOfMemory(0x7008, [1, 2, 0xff])));
        Assert.Equal("8192 bytes", Failure(type, registers, new RunOfMemory(0, [])).Replace("4 bytes at 0x7008 can't be read.", "8192 bytes", StringComparison.Ordinal));
        registers.Remove(Amd64Register.DI);
        Assert.Equal("Register DI isn't in the register file.", Failure(type, registers, new RunOfMemory(0x7008, [1, 2, 0xff, 0xff])));
        Assert.Equal("Results { Ret = T_2 { N = 4096, Q = GoComplex64 { Real = 0, Imaginary = -0.25 } }, Ret1 = GoInterface { Table = 5, Data = 43777, IsNil = False } }", Results(type, registers));
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var assembly = ReaderProject.Load(ReaderProject.Of(Using + """
            using System;
            [GoFunction("func(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 uint64, s string, t [2]struct{ a int; f float32 }) (n int, err error)")]
            readonly partial record struct LongArgs;

            readonly struct Registers : IRegisterFile { public bool TryRead(int number, out ulong value) { value = (ulong)number; return true; } }

            readonly struct Memory : IMemoryReader { public bool TryRead(ulong address, Span<byte> destination) { destination.Fill((byte)address); return true; } }

            static class Measure
            {
                public static long Allocated(int count)
                {
                    var (registers, memory) = (new Registers(), new Memory());
                    ulong sum = 0;
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    for (var i = 0; i < count; i++)
                    {
                        sum += LongArgs.Read(registers, memory).A11 + (ulong)LongArgs.Results.Read(registers, memory).N;
                    }

                    return GC.GetAllocatedBytesForCurrentThread() - before + (sum == 1 ? 1 : 0);
                }
            }
            """));
        var measure = assembly.GetType("Measure")!.GetMethod("Allocated")!.CreateDelegate<Func<int, long>>();
        measure(10);
        Assert.Equal(0, measure(10_000));
    }

    [Fact]
    public void An_edit_elsewhere_runs_nothing_again()
    {
        var project = ReaderProject.Of(Using + "[GoFunction(\"func(a int)\")] partial record struct A;\n[GoFunction(\"F\", Package = \"m/p\")] partial record struct B;")
            .With(("p/go.mod", "module m\n\ngo 1.20\n"), ("p/p/p.go", "package p\n\nimport \"time\"\n\nfunc F(d time.Duration, t time.Time) {}\n"));
        var session = ReaderProject.Run(project);
        Assert.Equal(2, session.Result.GeneratedSources.Length);
        session.Edit(project.WithSource("/p/Other.cs", "class Other { int x; }"));
        Assert.All(session.Reasons(GoFunctionGenerator.RequestStep), static r => Assert.True(r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.All(session.Reasons(GoFunctionGenerator.SignatureStep).Concat(session.Reasons(GoFunctionGenerator.PackageStep)).Concat(session.OutputReasons()), static r => Assert.Equal(IncrementalStepRunReason.Cached, r));

        // A body in Go changes what the package's text is, and nothing that is generated.
        session.Edit(project.With(("p/p/p.go", "package p\n\nimport \"time\"\n\nfunc F(d time.Duration, t time.Time) { println(d) }\n")));
        Assert.Equal([IncrementalStepRunReason.Cached], session.Reasons(GoFunctionGenerator.SignatureStep));
        Assert.Equal([IncrementalStepRunReason.Unchanged], session.Reasons(GoFunctionGenerator.PackageStep));
        Assert.All(session.OutputReasons(), static r => Assert.Equal(IncrementalStepRunReason.Cached, r));

        session.Edit(project.With(("p/p/p.go", "package p\n\nfunc F(other string) {}\n")));
        Assert.Contains("GoString Other", ReaderProject.Text(session), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_read_with_what_it_imports()
    {
        var project = ReaderProject.Of(Using
                + "[GoFunction(\"(*T).Do\", Package = \"example.com/m/a\")] partial record struct Do;\n[GoFunction(\"Map[int8]\", Package = \"example.com/m/a\", Go = \"1.24\")] partial record struct Map;")
            .With(
                ("go.mod", "module example.com/m\n\ngo 1.21\n"),
                ("a/a.go", "package a\n\nimport (\n\t\"context\"\n\t\"net/http\"\n\t\"time\"\n\n\t\"example.com/m/b\"\n)\n\ntype T struct{}\n\nfunc (t *T) Do(w context.Context, r *http.Request, at time.Duration, p b.Point) error { return nil }\n\nfunc Map[K any](k K) {}\n"),
                ("b/b.go", "package b\n\ntype Point struct{ X, Y float64 }\n"));
        var session = ReaderProject.Run(project);
        var text = ReaderProject.Text(session);
        foreach (var member in new[] { "GoPointer T ", "GoInterface W ", "GoPointer R ", "long At ", "Point P ", "GoPointer Dictionary ", "sbyte K " })
        {
            Assert.Contains(member, text, StringComparison.Ordinal);
        }

        ReaderProject.Load(project);
    }

    // The compiler says that it is there twice; the other readers stay.
    [Fact]
    public void An_attribute_that_is_there_twice_takes_nothing_from_others()
    {
        var session = ReaderProject.Run(ReaderProject.Of(Using + "[GoFunction(\"func(a int)\")] partial record struct A;\n[GoFunction(\"func(b int)\")] partial record struct A;\n[GoFunction(\"func()\")] partial record struct B;"));
        Assert.Null(session.Result.Exception);
        Assert.Equal(2, session.Result.GeneratedSources.Length);
    }

    [Fact]
    public void Generated_files_have_names_of_their_own()
    {
        var session = ReaderProject.Run(ReaderProject.Of(Using + "namespace A { [GoFunction(\"func()\")] partial record struct p; [GoFunction(\"func()\")] partial record struct P; [GoFunction(\"func()\")] partial record struct P<T>; }"
            + "namespace B { [GoFunction(\"func()\")] partial record struct P; }"));
        Assert.Equal(4, session.Result.GeneratedSources.Select(static s => s.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static string Results(Type type, NumberedRegisters registers) =>
        ReaderValues.Read(type.GetNestedType("Results")!, new NumberedRegisters { [0] = 4096, [Amd64Register.X0] = 0, [Amd64Register.X0 + 1] = BitConverter.SingleToUInt32Bits(-0.25f), [3] = 0, [2] = 0, [5] = 5, [4] = registers[4] }, new RunOfMemory(0, []))!.ToString()!;

    private static string Failure(Type type, object registers, object memory)
    {
        var method = type.GetMethod("Read")!.MakeGenericMethod(registers.GetType(), memory.GetType());
        var thrown = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, [registers, memory]));
        return Assert.IsType<GoReadException>(thrown.InnerException).Message;
    }

    // As much of GoAbi.Runtime as it takes to find the attribute.
    private static CompilationReference StubOfRuntime() => CSharpCompilation.Create(
        "GoAbi.Runtime",
        [CSharpSyntaxTree.ParseText("namespace GoAbi.Runtime { public sealed class GoFunctionAttribute : System.Attribute { public GoFunctionAttribute(string signature) { } } }")],
        PlatformReferences.NetStandard,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
