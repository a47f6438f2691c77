using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>Groups statements under their TEXT and checks labels, whose scope a TEXT is.</summary>
internal static class FunctionBuilder
{
    public static ImmutableArray<AsmFunction> Build(ImmutableArray<AsmStatement> statements, OperandErrors errors, bool checksLabels)
    {
        var functions = ImmutableArray.CreateBuilder<AsmFunction>();
        for (var i = 0; i < statements.Length;)
        {
            if (statements[i] is not TextDirective text)
            {
                i++; // Before any TEXT: assembled into nothing.
                continue;
            }

            var end = i + 1;
            var count = 0;
            while (end < statements.Length && statements[end] is not TextDirective)
            {
                count += IsInBody(statements[end]) ? 1 : 0;
                end++;
            }

            var body = ImmutableArray.CreateBuilder<AsmStatement>(count);
            for (var k = i + 1; k < end; k++)
            {
                if (IsInBody(statements[k]))
                {
                    body.Add(statements[k]);
                }
            }

            functions.Add(Create(text, body.MoveToImmutable(), errors, checksLabels));
            i = end;
        }

        return functions.ToImmutable();
    }

    private static bool IsInBody(AsmStatement statement) => statement is not (DataDirective or GloblDirective);

    private static AsmFunction Create(TextDirective text, ImmutableArray<AsmStatement> body, OperandErrors errors, bool checksLabels)
    {
        Dictionary<string, int>? labels = null;
        AddLabels(ref labels, text, -1, errors);
        var bodyIsFromMacro = body.Length > 0;
        for (var i = 0; i < body.Length; i++)
        {
            AddLabels(ref labels, body[i], i, errors);
            bodyIsFromMacro &= body[i].Origin.IsFromMacro;
        }

        text.IsFromMacro = bodyIsFromMacro || text.Origin.IsFromMacro || text.Symbol.Origin.IsFromMacro;
        foreach (var statement in body)
        {
            if (checksLabels && statement is Instruction { Target: LabelOperand target } && labels?.ContainsKey(target.Name) != true)
            {
                errors.ReportAlways(target.Origin, "undefined label " + target.Name);
            }
        }

        return new AsmFunction(text, body, labels);
    }

    private static void AddLabels(ref Dictionary<string, int>? labels, AsmStatement statement, int index, OperandErrors errors)
    {
        foreach (var label in statement.Labels)
        {
            labels ??= new Dictionary<string, int>(StringComparer.Ordinal);
            if (labels.ContainsKey(label.Name))
            {
                errors.ReportAlways(label.Origin, "label \"" + label.Name + "\" multiply defined");
            }
            else
            {
                labels.Add(label.Name, index);
            }
        }
    }
}
