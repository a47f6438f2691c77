namespace GoAbi.Fuzz.Running;

/// <summary>Makes the inputs of a run.</summary>
public interface IInputSource
{
    /// <summary>An input: the same for the same number.</summary>
    FuzzInput Make(long index);
}
