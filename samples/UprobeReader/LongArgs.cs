using GoAbi.Runtime;

namespace UprobeReader;

/// <summary>What target/main.go passes to longArgs, and what it gets back: the members are generated.</summary>
[GoFunction("func longArgs(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 uint64) (sum uint64, name string)", Go = "1.19", Arch = GoArch.Amd64)]
internal readonly partial record struct LongArgs;
