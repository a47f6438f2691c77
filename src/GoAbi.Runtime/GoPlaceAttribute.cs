using System;

namespace GoAbi.Runtime;

/// <summary>Says of a member of a generated type where its value is.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GoPlaceAttribute : Attribute
{
    /// <summary>Says it.</summary>
    /// <param name="value">The value as Go writes it: "s.len", "t.field".</param>
    /// <param name="place">Registers, with ", " between them, or "stack+n": bytes from the argument base.</param>
    public GoPlaceAttribute(string value, string place)
    {
        Value = value;
        Place = place;
    }

    /// <summary>The value as Go writes it.</summary>
    public string Value { get; }

    /// <summary>A register, or bytes from the argument base.</summary>
    public string Place { get; }
}
