using System.Buffers.Binary;
using GoAbi.Runtime;

namespace Go_Probe.Tracing;

/// <summary>Runs a program and stops it each time a function is called. All calls come from one thread: a tracer is a thread.</summary>
internal sealed class Tracer(string program, string[] arguments, ulong function)
{
    private const byte Breakpoint = 0xCC;
    private const int ProgramCounter = 128; // of user_regs_struct

    // Pinned, and used again at each stop: readers refer to them and copy nothing.
    private readonly byte[] general = GC.AllocateArray<byte>(216, pinned: true);
    private readonly byte[] vectors = GC.AllocateArray<byte>(512, pinned: true);
    private ProcessMemory memory;
    private byte first;

    /// <summary>Runs the program to its end.</summary>
    /// <param name="called">What to do at the function's first instruction.</param>
    /// <returns>The program's exit code.</returns>
    public int Run(Action<PtraceRegisters, ProcessMemory> called)
    {
        var pid = Native.Start(program, arguments);
        var isLoaded = false;
        while (true)
        {
            var (thread, status) = Native.Wait();
            if ((status & 0xFF) != 0x7F)
            {
                if (thread == pid)
                {
                    return (status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F);
                }

                continue;
            }

            var (signal, happened) = ((status >> 8) & 0xFF, status >> 16);
            if (happened == Native.ExecHappened && !isLoaded)
            {
                isLoaded = true;
                memory = ProcessMemory.Open(pid);
                first = memory.Read(function);
                memory.Write(function, Breakpoint);
            }
            else if (signal == Native.Trap && happened == 0 && IsAtBreakpoint(thread))
            {
                called(PtraceRegisters.Amd64(general, vectors), memory);
                StepOver(thread);
            }

            // New threads and other events aren't signals; a signal is passed on.
            Native.Go(Native.Continue, thread, happened != 0 || signal == Native.Trap ? 0 : signal);
        }
    }

    private bool IsAtBreakpoint(int thread)
    {
        Native.ReadRegisters(thread, general, vectors);
        return BinaryPrimitives.ReadUInt64LittleEndian(general.AsSpan(ProgramCounter)) == function + 1;
    }

    private void StepOver(int thread)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(general.AsSpan(ProgramCounter), function);
        Native.WriteRegisters(thread, general);
        memory.Write(function, first);
        Native.Go(Native.SingleStep, thread, 0);
        _ = Native.Wait(thread);
        memory.Write(function, Breakpoint);
    }
}
