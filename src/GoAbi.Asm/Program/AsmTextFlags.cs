using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>The flags of TEXT and GLOBL (textflag.h; the same in Go 1.16 to 1.27).</summary>
public static class AsmTextFlags
{
    /// <summary>Deprecated: do not profile.</summary>
    public const long NoProf = 1;

    /// <summary>Several definitions are one.</summary>
    public const long DupOk = 2;

    /// <summary>No stack check in the prologue.</summary>
    public const long NoSplit = 4;

    /// <summary>Data in a read-only section.</summary>
    public const long RoData = 8;

    /// <summary>Data without pointers.</summary>
    public const long NoPtr = 16;

    /// <summary>A wrapper: does not count as disabling recover.</summary>
    public const long Wrapper = 32;

    /// <summary>Uses its closure's context register.</summary>
    public const long NeedContext = 64;

    /// <summary>Thread-local storage.</summary>
    public const long TlsBss = 256;

    /// <summary>No code to make or drop a frame, nor to save a return address.</summary>
    public const long NoFrame = 512;

    /// <summary>May call reflect.Type.Method.</summary>
    public const long ReflectMethod = 1024;

    /// <summary>The outermost frame of a stack.</summary>
    public const long TopFrame = 2048;

    /// <summary>A wrapper between two ABIs.</summary>
    public const long AbiWrapper = 4096;

    private static readonly ImmutableArray<(string Name, long Value)> Names = ImmutableArray.Create(
        ("NOPROF", NoProf), ("DUPOK", DupOk), ("NOSPLIT", NoSplit), ("RODATA", RoData), ("NOPTR", NoPtr),
        ("WRAPPER", Wrapper), ("NEEDCTXT", NeedContext), ("TLSBSS", TlsBss), ("NOFRAME", NoFrame),
        ("REFLECTMETHOD", ReflectMethod), ("TOPFRAME", TopFrame), ("ABIWRAPPER", AbiWrapper));

    /// <summary>The names of the flags in <paramref name="flags"/>, lowest bit first; bits without a name have none.</summary>
    public static ImmutableArray<string> GetNames(long flags)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value) in Names)
        {
            if ((flags & value) != 0)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    internal static bool TryGetValue(string name, out long value)
    {
        foreach (var (known, bit) in Names)
        {
            if (known == name)
            {
                value = bit;
                return true;
            }
        }

        value = 0;
        return false;
    }
}
