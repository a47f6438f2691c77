using Go_Probe;
using Go_Probe.Tracing;

if (args.Length == 0 || !OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("usage: Go-Probe PROGRAM [ARGUMENTS], on amd64 Linux");
    return 2;
}

var program = Path.GetFullPath(args[0]);
if (ElfSymbols.Find(program, FileWrite.Symbol) is not { } function)
{
    Console.Error.WriteLine($"{program} has no symbol {FileWrite.Symbol}.");
    return 1;
}

var tracer = new Tracer(program, args[1..], function);

// Standard error: the program's output stays as it is.
return tracer.Run((registers, memory) =>
    Console.Error.WriteLine(FileWrite.TryRead(registers, memory, out var call) ? call.Describe(memory) : FileWrite.Symbol + ": can't be read"));
