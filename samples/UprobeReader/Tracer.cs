using System.Buffers.Binary;
using System.Globalization;
using GoAbi.Runtime;

namespace UprobeReader;

/// <summary>Stops a program at a function's first instruction, and again where the function returns. All calls come from one thread: a tracer is a thread.</summary>
internal sealed class Tracer(int pid, ulong function)
{
    private const byte Breakpoint = 0xCC;
    private const byte Return = 0xC3;
    private const int ProgramCounter = 128; // of user_regs_struct
    private const int MaxSteps = 100_000;

    // Pinned, and used again at each stop: readers refer to them and copy nothing.
    private readonly byte[] general = GC.AllocateArray<byte>(216, pinned: true);
    private readonly byte[] vectors = GC.AllocateArray<byte>(512, pinned: true);
    private readonly ProcessMemory memory = ProcessMemory.Open(pid);

    /// <summary>What a reader reads, at the last stop.</summary>
    public PtraceRegisters Registers => PtraceRegisters.Amd64(general, vectors);

    public ProcessMemory Memory => memory;

    private ulong Counter
    {
        get => BinaryPrimitives.ReadUInt64LittleEndian(general.AsSpan(ProgramCounter));
        set => BinaryPrimitives.WriteUInt64LittleEndian(general.AsSpan(ProgramCounter), value);
    }

    /// <summary>Runs until a thread calls the function.</summary>
    /// <returns>The thread, stopped before its first instruction.</returns>
    public int RunToEntry()
    {
        SeizeAll();
        var first = memory.Read(function);
        memory.Write(function, Breakpoint);
        while (true)
        {
            var (thread, status) = Native.Wait();
            if ((status & 0xFF) != 0x7F)
            {
                if (thread == pid)
                {
                    throw new InvalidOperationException("The program ended before it called the function.");
                }

                continue;
            }

            var (signal, happened) = ((status >> 8) & 0xFF, status >> 16);
            if (signal == Native.Trap && happened == 0)
            {
                Native.ReadRegisters(thread, general, vectors);
                if (Counter == function + 1)
                {
                    memory.Write(function, first);
                    Counter = function;
                    Native.WriteRegisters(thread, general);
                    return thread;
                }
            }

            // New threads and other events aren't signals; a signal is passed on.
            Native.Go(Native.Continue, thread, happened != 0 || signal == Native.Trap ? 0 : signal);
        }
    }

    /// <summary>Steps from the first instruction to the RET that leaves the function.</summary>
    public void StepToReturn(int thread)
    {
        Registers.TryRead(Amd64Register.SP, out var entry);
        for (var i = 0; i < MaxSteps; i++)
        {
            Registers.TryRead(Amd64Register.SP, out var pointer);
            if (pointer == entry && memory.Read(Counter) == Return)
            {
                return;
            }

            // Signals wait until nobody steps.
            Native.Go(Native.SingleStep, thread, 0);
            _ = Native.Wait(thread);
            Native.ReadRegisters(thread, general, vectors);
        }

        throw new InvalidOperationException("The function doesn't return.");
    }

    // Threads come while we look.
    private void SeizeAll()
    {
        var seized = new HashSet<int>();
        for (var isNew = true; isNew;)
        {
            isNew = false;
            foreach (var path in Directory.GetDirectories("/proc/" + pid + "/task"))
            {
                var thread = int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture);
                isNew |= seized.Add(thread) && Native.TrySeize(thread);
            }
        }

        if (seized.Count == 0)
        {
            throw new InvalidOperationException("The program can't be traced: see /proc/sys/kernel/yama/ptrace_scope.");
        }
    }
}
