namespace GoAbi.Asm;

/// <summary>The short way for what most operands are: R1, $8, (R1) and 8(R1).</summary>
internal sealed partial class OperandParser
{
    /// <summary>False, and nothing done, where <see cref="Parse"/> is to be asked: for all other operands, and for these where anything is wrong with them.</summary>
    public bool ParseShort(TokenRange range, bool takesLabel, ref OperandRecord result)
    {
        var first = range.Start;
        switch (range.Length)
        {
            case 1:
                return PlainRegister(first, takesLabel, ref result);
            case 2 when tokens[first].Kind == AsmTokenKind.Dollar && tokens[first + 1].Kind == AsmTokenKind.Integer:
                var constant = GoLiterals.ParseUnsigned(NumberAt(first + 1), out var problem);
                if (problem is not null)
                {
                    return false;
                }

                result.Value = unchecked((long)constant);
                Place(range, ref result, OperandForm.Immediate);
                result.Flags = (OperandFlags)AsmOperandPrefix.Address;
                return true;
            case 3 when !HasScalable && PlainBase(first, out var register):
                result.Register = register;
                Place(range, ref result, OperandForm.Memory);
                return true;
            case 4 when tokens[first].Kind == AsmTokenKind.Integer && PlainBase(first + 1, out var register):
                var offset = GoLiterals.ParseUnsigned(NumberAt(first), out var error);
                if (error is not null)
                {
                    return false;
                }

                result.Value = unchecked((long)offset);
                result.Register = register;
                Place(range, ref result, OperandForm.Memory);
                return true;
            default:
                return false;
        }
    }

    private bool PlainRegister(int at, bool takesLabel, ref OperandRecord result)
    {
        if (tokens[at].Kind != AsmTokenKind.Identifier || !meanings.TryGetRegisterIndex(tokens[at].NameId, out var index) || (!takesLabel && records.IsPseudo(index + 1)))
        {
            return false;
        }

        result.Register = (ushort)(index + 1);
        result.Form = OperandForm.Register;
        result.FirstToken = at;
        result.TokenCount = 1;
        return true;
    }

    // (R1), of a register of the machine.
    private bool PlainBase(int at, out ushort register)
    {
        register = 0;
        if (tokens[at].Kind != AsmTokenKind.OpenParen || tokens[at + 2].Kind != AsmTokenKind.CloseParen || tokens[at + 1].Kind != AsmTokenKind.Identifier
            || !meanings.TryGetRegisterIndex(tokens[at + 1].NameId, out var index) || records.IsPseudo(index + 1))
        {
            return false;
        }

        register = (ushort)(index + 1);
        return true;
    }

    private static void Place(TokenRange range, ref OperandRecord result, OperandForm form)
    {
        result.Form = form;
        result.FirstToken = range.Start;
        result.TokenCount = range.Length;
    }
}
