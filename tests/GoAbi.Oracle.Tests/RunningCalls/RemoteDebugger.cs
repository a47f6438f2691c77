using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace GoAbi.Oracle.Tests.RunningCalls;

/// <summary>As much of gdb's remote protocol as it takes to stop a program at some places and look at its registers and memory.</summary>
internal sealed class RemoteDebugger : IDisposable
{
    private readonly NetworkStream stream;
    private readonly Socket socket;
    private readonly Dictionary<string, (int Number, int Offset, int Size)> registers = new(StringComparer.Ordinal);

    private RemoteDebugger(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket);
    }

    /// <summary>Connects to a stub that listens on a Unix socket, or soon will.</summary>
    public static async Task<RemoteDebugger> ConnectAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
                var debugger = new RemoteDebugger(socket);
                debugger.AskForFeatures();
                return debugger;
            }
            catch (SocketException)
            {
                socket.Dispose();
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>Stops where this code is about to run.</summary>
    public void SetBreakpoint(ulong address, int length) => Expect("OK", Command(FormattableString.Invariant($"Z0,{address:x},{length}")));

    /// <summary>Doesn't stop there any more.</summary>
    public void ClearBreakpoint(ulong address, int length) => Expect("OK", Command(FormattableString.Invariant($"z0,{address:x},{length}")));

    /// <summary>Runs on until something happens.</summary>
    /// <param name="signal">A signal to deliver, 0 for none.</param>
    /// <returns>The signal that stopped the program; null where it has ended.</returns>
    public int? Continue(int signal)
    {
        var reply = Command(signal == 0 ? "c" : FormattableString.Invariant($"C{signal:x2}"));
        return reply[0] is 'S' or 'T' ? int.Parse(reply.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The registers by gdb's names, each its bytes as the machine orders them.</summary>
    public Dictionary<string, byte[]> ReadRegisters()
    {
        var all = Convert.FromHexString(Command("g").Replace('x', '0'));
        var read = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, (number, offset, size)) in registers)
        {
            // Of some machines the one answer holds the general registers only.
            if (offset + size <= all.Length)
            {
                read[name] = all.AsSpan(offset, size).ToArray();
            }
            else if (Command(FormattableString.Invariant($"p{number:x}")) is var reply && reply.Length == size * 2)
            {
                read[name] = Convert.FromHexString(reply);
            }
        }

        return read;
    }

    /// <summary>Some bytes of memory.</summary>
    public byte[] ReadMemory(ulong address, int count)
    {
        var bytes = new List<byte>();
        while (bytes.Count < count)
        {
            var part = Math.Min(512, count - bytes.Count);
            var reply = Command(FormattableString.Invariant($"m{address + (ulong)bytes.Count:x},{part:x}"));
            if (reply.Length != part * 2)
            {
                throw new InvalidOperationException(reply);
            }

            bytes.AddRange(Convert.FromHexString(reply));
        }

        return [.. bytes];
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
    }

    private void AskForFeatures()
    {
        Command("qSupported:xmlRegisters=i386,arm;qXfer:features:read+");
        var offset = 0;
        var number = 0;
        AddRegisters("target.xml", ref number, ref offset);
    }

    // The order of the descriptions is that of the g packet.
    private void AddRegisters(string document, ref int number, ref int offset)
    {
        foreach (var element in XDocument.Parse(ReadDocument(document)).Descendants())
        {
            if (element.Name.LocalName == "include")
            {
                AddRegisters(element.Attribute("href")!.Value, ref number, ref offset);
            }
            else if (element.Name.LocalName == "reg")
            {
                var size = int.Parse(element.Attribute("bitsize")!.Value, CultureInfo.InvariantCulture) / 8;
                number = element.Attribute("regnum") is { } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : number;
                registers[element.Attribute("name")!.Value] = (number++, offset, size);
                offset += size;
            }
        }
    }

    private string ReadDocument(string name)
    {
        var text = new StringBuilder();
        while (true)
        {
            var reply = Command(FormattableString.Invariant($"qXfer:features:read:{name}:{text.Length:x},800"));
            text.Append(reply.AsSpan(1));
            if (reply[0] == 'l')
            {
                // The document type names a file that nobody has; what includes stand for is not said in every version.
                var document = text.Replace("<xi:include", "<include").ToString();
                var type = document.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
                return type < 0 ? document : document.Remove(type, document.IndexOf('>', type) + 1 - type);
            }
        }
    }

    private static void Expect(string expected, string reply)
    {
        if (reply != expected)
        {
            throw new InvalidOperationException("The debugger's stub says: " + reply);
        }
    }

    private string Command(string text)
    {
        var sum = text.Aggregate(0, static (sum, c) => (sum + c) & 0xFF);
        stream.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"${text}#{sum:x2}")));
        var reply = new StringBuilder();
        while (ReadByte() is not '$')
        {
        }

        for (var c = ReadByte(); c != '#'; c = ReadByte())
        {
            reply.Append(c == '}' ? (char)(ReadByte() ^ 0x20) : c);
        }

        ReadByte();
        ReadByte();
        stream.WriteByte((byte)'+');
        return Unpacked(reply.ToString());
    }

    // c*n stands for c and as many more as n says.
    private static string Unpacked(string reply)
    {
        if (!reply.Contains('*', StringComparison.Ordinal))
        {
            return reply;
        }

        var text = new StringBuilder();
        for (var i = 0; i < reply.Length; i++)
        {
            if (reply[i] == '*' && i + 1 < reply.Length)
            {
                text.Append(text[^1], reply[++i] - 29);
            }
            else
            {
                text.Append(reply[i]);
            }
        }

        return text.ToString();
    }

    private char ReadByte()
    {
        var read = stream.ReadByte();
        return read < 0 ? throw new EndOfStreamException("The program under the debugger has gone.") : (char)read;
    }
}
