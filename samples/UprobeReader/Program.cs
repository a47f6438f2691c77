using System.Diagnostics;
using UprobeReader;

if (!OperatingSystem.IsLinux() || System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64)
{
    Console.Error.WriteLine("This sample reads registers of amd64 by Linux' ptrace.");
    return 2;
}

var go = args.Length > 0 ? Path.Combine(args[0], "bin/go") : "go";
var directory = Directory.CreateTempSubdirectory("uprobe-reader");
try
{
    var program = Path.Combine(directory.FullName, "longargs");
    Build(go, program);
    var function = ElfSymbols.Find(program, "main.longArgs");
    var pid = Native.Start(program);
    try
    {
        var tracer = new Tracer(pid, function);
        var thread = tracer.RunToEntry();
        var arguments = LongArgs.Read(tracer.Registers, tracer.Memory);
        Console.WriteLine($"longArgs at 0x{function:x}, thread {thread}");
        Console.WriteLine($"  in registers: {arguments.A1} {arguments.A2} {arguments.A3} {arguments.A4} {arguments.A5} {arguments.A6} {arguments.A7} {arguments.A8} {arguments.A9}");
        Console.WriteLine($"  on the stack: {arguments.A10} {arguments.A11}");

        tracer.StepToReturn(thread);
        var results = LongArgs.Results.Read(tracer.Registers, tracer.Memory);
        Console.WriteLine($"  results: {results.Sum} {results.Name.ReadText(tracer.Memory)}");
        return 0;
    }
    finally
    {
        Native.End(pid);
    }
}
finally
{
    directory.Delete(recursive: true);
}

static void Build(string go, string output)
{
    var start = new ProcessStartInfo(go, ["build", "-o", output, "."]) { WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "target") };
    start.Environment["GOOS"] = "linux";
    start.Environment["GOARCH"] = "amd64";
    start.Environment["CGO_ENABLED"] = "0";
    start.Environment["GOFLAGS"] = "-mod=mod";
    using var build = Process.Start(start) ?? throw new InvalidOperationException(go + " can't be started.");
    build.WaitForExit();
    if (build.ExitCode != 0)
    {
        throw new InvalidOperationException(go + " build failed.");
    }
}
