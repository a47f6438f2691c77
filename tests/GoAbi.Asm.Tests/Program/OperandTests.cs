using System.Globalization;
using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Program;

public sealed class OperandTests
{
    public static TheoryData<int, string, string> Amd64() => CaseFile.Read("operands-amd64.txt");

    public static TheoryData<int, string, string> Arm64() => CaseFile.Read("operands-arm64.txt");

    public static TheoryData<int, string, string> Others() => CaseFile.Read("operands-others.txt");

    [Theory]
    [MemberData(nameof(Amd64))]
    public void Operands_of_amd64_are_typed(int line, string text, string expected) => Check(line, text, expected, "amd64");

    [Theory]
    [MemberData(nameof(Arm64))]
    public void Operands_of_arm64_are_typed(int line, string text, string expected) => Check(line, text, expected, "arm64");

    [Theory]
    [MemberData(nameof(Others))]
    public void Operands_of_other_architectures_are_typed(int line, string text, string expected)
    {
        var space = text.IndexOf(' ', System.StringComparison.Ordinal);
        Check(line, text[(space + 1)..], expected, text[..space]);
    }

    // The target is GOARCH or, for the tables of Go 1.N, GOARCH@N.
    private static void Check(int line, string text, string expected, string target)
    {
        Assert.True(line > 0);
        var program = TestPrograms.AssembleFor(target, "TEXT ·f(SB), 4, $0\nlabel:\n" + text + "\n\tNOP\n\tNOP\n");
        var statement = program.Statements[1];
        var operands = string.Join(" ", statement.Operands.Select(Dump));

        // Whether an instruction has an encoding for operands that can be read is another question.
        var isRead = !expected.StartsWith('!');
        var errors = string.Join("; ", TestPrograms.Complaints(program)
            .Where(d => d.Severity == Severity.Error
                && (!isRead || d.Id is not (DiagnosticIds.OperandCombination or DiagnosticIds.OperandCount or DiagnosticIds.OperandRange)))
            .Select(d => d.Message));
        Assert.Equal(expected, errors.Length == 0 ? operands : "! " + errors);
    }

    private static string Dump(AsmOperand operand) => operand switch
    {
        RegisterOperand r => Prefix(r.Prefix) + "reg(" + r.Register + ")",
        ImmediateOperand i => "imm(" + i.Value.ToString(CultureInfo.InvariantCulture) + ")",
        FloatOperand f => "float(" + f.Value.ToString(CultureInfo.InvariantCulture) + ")",
        StringOperand s => "string(" + s.Bytes.Length + ")",
        SymbolOperand s => Prefix(s.Prefix) + "sym(" + s.Symbol + Offset(s.Offset) + " " + s.Base + (s.Index is null ? "" : " " + s.Index + "*" + s.Scale) + (s.IsPlainReference ? " plain" : "") + ")",
        MemoryOperand m => Prefix(m.Prefix) + "mem(" + m.Offset + (m.Base is null ? "" : " " + m.Base) + (m.Index is null ? "" : " " + m.Index + "*" + m.Scale)
            + (m.IsVectorLengthScaled ? " VL" : "") + (m.IndexExtension is null ? "" : " " + m.IndexExtension + "<<" + m.IndexShift) + ")",
        LabelOperand l => "label(" + l.Name + Offset(l.Offset) + ")",
        PcRelativeOperand p => "pc(" + p.Count + ")",
        RegisterListOperand l => "list(" + string.Join(",", l.Registers) + (l.Arrangement is null ? "" : " " + l.Arrangement) + ")",
        RegisterPairOperand p => "pair(" + p.First + "," + p.Second + ")",
        ShiftedRegisterOperand s => "shift(" + s.Register + " " + s.Shift + " " + (s.AmountRegister?.Name ?? s.Amount.ToString(CultureInfo.InvariantCulture)) + (s.Base is null ? "" : " " + s.Base) + ")",
        ExtendedRegisterOperand e => "extend(" + e.Register + " " + e.Extension + "<<" + e.Amount + ")",
        VectorRegisterOperand v => "vector(" + v.Register + "." + v.Arrangement + (v.Element is null ? "" : "[" + v.Element + "]") + ")",
        SelectedPredicateOperand p => "selected(" + p.Register + "." + p.Arrangement + " " + p.Selector + "+" + p.Offset + ")",
        SpecialOperand s => "special(" + s.Name + ")",
        _ => "unknown(" + operand.Text + ")",
    };

    private static string Prefix(AsmOperandPrefix prefix) => prefix switch { AsmOperandPrefix.Address => "$", AsmOperandPrefix.Indirect => "*", _ => "" };

    private static string Offset(long offset) => offset == 0 ? "" : offset.ToString("+0;-0", CultureInfo.InvariantCulture);
}
