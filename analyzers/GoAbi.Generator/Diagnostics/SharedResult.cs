using System;
using System.Threading;

namespace GoAbi.Generator;

/// <summary>A value that is made when something first asks for it, with the token of who asks. A question that is taken back leaves nothing: the next one makes the value.</summary>
internal sealed class SharedResult<T>(Func<CancellationToken, T> make)
{
    private readonly object gate = new();
    private bool isMade;
    private T? value;

    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Stops the making.</param>
    public T Get(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!isMade)
            {
                value = make(cancellationToken);
                isMade = true;
            }

            return value!;
        }
    }
}
