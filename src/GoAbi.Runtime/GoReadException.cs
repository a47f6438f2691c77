using System;

namespace GoAbi.Runtime;

/// <summary>A value of a Go program could not be read.</summary>
public sealed class GoReadException : Exception
{
    /// <summary>Says nothing about why.</summary>
    public GoReadException()
    {
    }

    /// <summary>Says why.</summary>
    /// <param name="message">Why.</param>
    public GoReadException(string message)
        : base(message)
    {
    }

    /// <summary>Says why.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">What happened before.</param>
    public GoReadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says what could not be read.</summary>
    /// <param name="failure">What could not be read.</param>
    public GoReadException(GoReadFailure failure)
        : base(failure.ToString()) => Failure = failure;

    /// <summary>What could not be read.</summary>
    public GoReadFailure Failure { get; }
}
