namespace GoAbi.Asm;

/// <summary>One instruction in one release.</summary>
internal sealed class Arm64Mnemonic(string name, Arm64FormGroup group)
{
    public string Name { get; } = name;

    /// <summary>Its rows, in the order in which the encoder looks at them; shared by instructions of a group. None: the encoder takes the word in no form.</summary>
    public Arm64Form[] Forms => Group.Forms;

    public Arm64FormGroup Group { get; } = group;

    public Arm64Sets Sets { get; set; } = name[name.Length - 1] == 'W' ? Arm64Sets.Is32 : Arm64Sets.None;

    public Arm64Operation Operation { get; } = Arm64Operations.Find(name);

    public bool Is(Arm64Sets sets) => (Sets & sets) != 0;
}

/// <summary>A row of the encoder's table: classes by where the assembler puts an operand, and what the encoder does with them.</summary>
internal readonly struct Arm64Form(byte encoderCase, byte suffix, byte from, byte reg, byte from3, byte to, byte to2)
{
    /// <summary>In place of a class: the row does not say.</summary>
    public const byte Unsaid = 0xFF;

    /// <summary>The encoder's number of the code that encodes it.</summary>
    public readonly byte Case = encoderCase;

    /// <summary>0, 1 for .P or 2 for .W.</summary>
    public readonly byte Suffix = suffix;

    public readonly byte From = from;
    public readonly byte Reg = reg;
    public readonly byte From3 = from3;
    public readonly byte To = to;
    public readonly byte To2 = to2;
}
