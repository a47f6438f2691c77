using System.Threading;

namespace GoAbi.Fuzz.Running;

/// <summary>A property that does not hold for an input.</summary>
/// <param name="Key">What it is counted as.</param>
/// <param name="Detail">More of it.</param>
public sealed record PropertyFailure(string Key, string Detail);

/// <summary>What has to hold for every input. Belongs to one thread, and may keep from one input what the next is read with.</summary>
public interface IInputCheck
{
    /// <summary>Checks one input; null where all holds.</summary>
    PropertyFailure? Check(FuzzInput input, CancellationToken ct);
}
