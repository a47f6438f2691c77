using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Go_Probe.Tracing;

/// <summary>What of Linux' C library it takes: ptrace, waitpid, posix_spawn, kill.</summary>
internal static class Native
{
    public const nint Continue = 7;
    public const nint SingleStep = 9;
    public const int Trap = 5;
    public const int ContinueSignal = 18;
    public const int ExecHappened = 4;

    private const nint GetRegisters = 12;
    private const nint SetRegisters = 13;
    private const nint GetVectors = 14;
    private const nint Seize = 0x4206;
    private const nint TraceClones = 0x8;
    private const nint TraceExec = 0x10;
    private const nint KillOnExit = 0x100000;
    private const int AllThreads = 0x40000000; // __WALL
    private const int Stopped = 2; // WUNTRACED

    /// <summary>
    /// Starts a program that waits, stopped, before its first instruction, for this thread to trace it. Not by System.Diagnostics.Process, which waits for its children too, and would take our stops for its own.
    /// </summary>
    public static int Start(string program, string[] arguments)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(static e => e.Key + "=" + e.Value);
        string?[] command = ["sh", "-c", "kill -STOP $$; exec \"$0\" \"$@\"", program, .. arguments, null];
        var error = posix_spawn(out var pid, "/bin/sh", 0, 0, command, [.. environment, null]);
        if (error != 0)
        {
            throw new Win32Exception(error);
        }

        Check(waitpid(pid, out _, Stopped));
        Check(ptrace(Seize, pid, 0, TraceClones | TraceExec | KillOnExit));
        Check(kill(pid, ContinueSignal));
        return pid;
    }

    public static void Go(nint how, int thread, int signal) => Check(ptrace(how, thread, 0, signal));

    /// <summary>Reads user_regs_struct and user_fpregs_struct into pinned arrays.</summary>
    public static void ReadRegisters(int thread, byte[] general, byte[] vectors)
    {
        Check(ptrace(GetRegisters, thread, 0, Marshal.UnsafeAddrOfPinnedArrayElement(general, 0)));
        Check(ptrace(GetVectors, thread, 0, Marshal.UnsafeAddrOfPinnedArrayElement(vectors, 0)));
    }

    public static void WriteRegisters(int thread, byte[] general) => Check(ptrace(SetRegisters, thread, 0, Marshal.UnsafeAddrOfPinnedArrayElement(general, 0)));

    /// <summary>Waits until something happens to a traced thread, or to one of them.</summary>
    public static (int Thread, int Status) Wait(int thread = -1)
    {
        var found = waitpid(thread, out var status, AllThreads);
        Check(found);
        return (found, status);
    }

    private static void Check(nint result)
    {
        if (result < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint ptrace(nint request, nint pid, nint address, nint data);

    [DllImport("libc", SetLastError = true)]
    private static extern int waitpid(int pid, out int status, int options);

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);

    [DllImport("libc")]
    private static extern int posix_spawn(
        out int pid, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint fileActions, nint attributes,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] environment);
}
