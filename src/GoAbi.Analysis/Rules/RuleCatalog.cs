using System;
using System.Collections.Immutable;

namespace GoAbi.Analysis;

/// <summary>All rules, sorted by id. A new rule is a new line here.</summary>
public static class RuleCatalog
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<Rule> All { get; } = ImmutableArray.Create<Rule>(
        new WrapperAddressTaken(),
        new ArgumentSizeMismatch(),
        new MissingGoDeclaration(),
        new UnknownArgument(),
        new WrongArgumentOffset(),
        new WrongOperandWidth(),
        new ResultNotWritten(),
        new ArgumentOutsideDeclaration(),
        new ArgumentInRegister(),
        new ArgumentThroughStackPointer(),
        new OutsideFrame(),
        new SavedReturnAddressOverwritten(),
        new FramePointerClobbered(),
        new StackPointerWritten(),
        new UnbalancedStack(),
        new FrameDependsOnGoVersion(),
        new JumpOutOfFrame(),
        new OutgoingArgumentArea(),
        new OutgoingArgumentMismatch(),
        new MissingStackMap(),
        new PointerInFrameAcrossCall(),
        new CallFromNoSplit(),
        new ReservedRegisterClobbered(),
        new AbiInternalRegisters(),
        new NoEscapeMissing(),
        new InstructionSetWithoutGuard());

    /// <summary>The rule with an id, compared without regard to case; null where there is none.</summary>
    public static Rule? Find(string id)
    {
        foreach (var rule in All)
        {
            if (string.Equals(rule.Descriptor.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return rule;
            }
        }

        return null;
    }
}
