using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>Words of the stack that a function has to leave as they are.</summary>
internal enum FramePart
{
    /// <summary>None of the others.</summary>
    None,

    /// <summary>Where this function's return address is.</summary>
    ReturnAddress,

    /// <summary>Where the caller's frame pointer is saved.</summary>
    FramePointer,

    /// <summary>Where the caller keeps its own return address, right below this function's arguments.</summary>
    CallersReturnAddress,

    /// <summary>Where the caller keeps its own caller's frame pointer: on arm64 at the top of this function's frame.</summary>
    CallersFramePointer,
}

/// <summary>Which part of a frame an access touches.</summary>
internal static class FrameParts
{
    public static FramePart Touched(AssemblyBody body, AsmStackAccess access)
    {
        var frame = body.Frame;
        var word = body.Function.Architecture.Name is "386" or "arm" or "mips" or "mipsle" ? 4 : 8;
        if (frame.ReturnAddressSlot is { } @return && access.Touches(@return, @return + word))
        {
            return FramePart.ReturnAddress;
        }

        if (frame.FramePointerSlot is { } pointer && access.Touches(pointer, pointer + word))
        {
            return FramePart.FramePointer;
        }

        if (body.Function.Architecture.LinkRegister is not null && access.Touches(frame.EntryStackPointer, frame.EntryStackPointer + word))
        {
            return FramePart.CallersReturnAddress;
        }

        return body.Function.Architecture.Name == "arm64" && frame.HasPrologue && access.Touches(frame.EntryStackPointer - word, frame.EntryStackPointer)
            ? FramePart.CallersFramePointer
            : FramePart.None;
    }
}
