using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/GoAbi.Benchmarks -- --filter '*Asm*'
BenchmarkSwitcher.FromAssembly(typeof(GoAbi.Benchmarks.Asm.AsmFrontEnd).Assembly).Run(args);
