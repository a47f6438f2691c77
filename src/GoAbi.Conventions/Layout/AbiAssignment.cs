using System.Collections.Immutable;
using System.Globalization;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>
/// The assignment itself. A value is in registers as a whole or on the stack as a whole; one that is on the stack takes no registers, so that later ones may still get them. Results start again
/// with all registers (cmd/compile/internal/abi/abiutils.go, ABIAnalyzeFuncType).
/// </summary>
internal sealed class AbiAssignment(AbiFunction function, Target target, GoSizes sizes)
{
    private readonly AbiRegisters registers = AbiRegisters.For(target);
    private readonly PartCollector parts = new(sizes, function.PackagePath);
    private readonly RegisterNeeds needs = new(sizes);
    private long abi0;
    private long stack;
    private long spill;
    private int integers;
    private int floats;

    public AbiLayout? Compute(out AbiParameter? unknown)
    {
        if (Place(function.Parameters, "arg", out unknown) is not { } parameters)
        {
            return null;
        }

        EndPart();
        if (Place(function.Results, "ret", out unknown) is not { } results)
        {
            return null;
        }

        EndPart();
        for (var i = 0; i < parameters.Length; i++)
        {
            // The area for register arguments begins where stack arguments and results end.
            parameters[i] = parameters[i] with { SpillOffset = parameters[i].SpillOffset + stack };
        }

        return new AbiLayout
        {
            Target = target,
            PackagePath = function.PackagePath,
            Registers = registers,
            Parameters = parameters.ToImmutableArray(),
            Results = results.ToImmutableArray(),
            StackArgumentSize = stack,
            SpillAreaSize = Align(spill, sizes.WordSize),
            Abi0ArgumentSize = abi0,
        };
    }

    private static long Align(long value, long to) => (value + to - 1) / to * to;

    private void EndPart()
    {
        abi0 = Align(abi0, sizes.WordSize);
        stack = Align(stack, sizes.WordSize);
        integers = 0;
        floats = 0;
    }

    private AbiValue[]? Place(ImmutableArray<AbiParameter> values, string anonymous, out AbiParameter? unknown)
    {
        var placed = new AbiValue[values.Length];
        var number = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            var value = values[i];
            if (sizes.TrySizeOf(value.Type) is not { } size)
            {
                unknown = value;
                return null;
            }

            // vet numbers parameters as declared: the receiver and the dictionary aren't among them.
            var name = value.Name.Length > 0 ? value.Name
                : value.Kind == AbiParameterKind.Receiver ? "recv"
                : anonymous + (number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture));
            number += value.Kind == AbiParameterKind.Ordinary ? 1 : 0;
            placed[i] = Place(value, name, size, isParameter: anonymous == "arg");
        }

        unknown = null;
        return placed;
    }

    private AbiValue Place(AbiParameter parameter, string assemblyName, long size, bool isParameter)
    {
        var alignment = sizes.AlignOf(parameter.Type);
        abi0 = Align(abi0, alignment);
        var value = new AbiValue
        {
            Name = parameter.Name,
            AssemblyName = assemblyName,
            Kind = parameter.Kind,
            Type = parameter.Type,
            TypeName = parameter.WrittenType ?? CompilerTypeName.Of(parameter.Type, function.PackagePath),
            Size = size,
            Alignment = alignment,
            Abi0Offset = abi0,
            Parts = parts.Collect(parameter.Type, parameter.WrittenType, out var isComplete),
            HasAllParts = isComplete,
        };
        abi0 += size;
        var need = needs.Of(parameter.Type);
        if (size == 0 || need.Integers > registers.Integers.Length - integers || need.Floats > registers.Floats.Length - floats)
        {
            stack = Align(stack, alignment);
            value = value with { StackOffset = stack };
            stack += size;
            return value;
        }

        value = value with { Registers = InRegisters(value.Parts) };
        if (isParameter)
        {
            spill = Align(spill, alignment);
            value = value with { SpillOffset = spill };
            spill += size;
        }

        return value;
    }

    private ImmutableArray<AbiRegisterPart> InRegisters(ImmutableArray<AbiPart> pieces)
    {
        var found = ImmutableArray.CreateBuilder<AbiRegisterPart>(pieces.Length);
        foreach (var piece in pieces)
        {
            found.Add(new AbiRegisterPart(piece.Kind == AbiPartKind.Float ? registers.Floats[floats++] : registers.Integers[integers++], piece));
        }

        return found.MoveToImmutable();
    }
}
