using System;

namespace GoAbi.Workspace;

/// <summary>What was asked for cannot be loaded: a path that does not exist, a GOROOT that is none. The message is for people.</summary>
public sealed class GoLoadException : Exception
{
    /// <summary>With no message.</summary>
    public GoLoadException()
    {
    }

    /// <summary>With a message for people.</summary>
    public GoLoadException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for people and a cause.</summary>
    public GoLoadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
