using System;
using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>The words that reports use for the analysis's values. They are a contract: scripts compare them.</summary>
internal static class ReportNames
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw Unknown(severity),
    };

    public static string Of(AsmDiagnosticKind kind) => kind switch
    {
        AsmDiagnosticKind.Lexer => "lexer",
        AsmDiagnosticKind.Preprocessor => "preprocessor",
        AsmDiagnosticKind.Parser => "parser",
        AsmDiagnosticKind.Encoder => "encoder",
        AsmDiagnosticKind.Warning => "warning",
        _ => throw Unknown(kind),
    };

    public static string Of(FindingCertainty certainty) => certainty switch
    {
        FindingCertainty.Must => "must",
        FindingCertainty.May => "may",
        _ => throw Unknown(certainty),
    };

    public static string Of(FixSafety safety) => safety switch
    {
        FixSafety.Safe => "safe",
        FixSafety.Unsafe => "unsafe",
        _ => throw Unknown(safety),
    };

    public static string Of(SourceLanguage language) => language switch
    {
        SourceLanguage.Go => "go",
        SourceLanguage.Assembly => "asm",
        SourceLanguage.Unknown => "unknown",
        _ => throw Unknown(language),
    };

    public static string Of(CallingConvention convention) => convention switch
    {
        CallingConvention.Abi0 => "ABI0",
        CallingConvention.AbiInternal => "ABIInternal",
        _ => throw Unknown(convention),
    };

    public static string Of(CallKind kind) => kind switch
    {
        CallKind.Call => "call",
        CallKind.Go => "go",
        CallKind.Defer => "defer",
        CallKind.Range => "range",
        CallKind.Jump => "jump",
        CallKind.Return => "ret",
        _ => throw Unknown(kind),
    };

    public static string Of(CallCertainty certainty) => certainty switch
    {
        CallCertainty.Exact => "exact",
        CallCertainty.May => "may",
        CallCertainty.Unknown => "unknown",
        _ => throw Unknown(certainty),
    };

    public static string? Of(AbiRelation relation) => relation switch
    {
        AbiRelation.None => null,
        AbiRelation.CgoStub => "1b",
        AbiRelation.LinknamePull => "3b-linkname",
        AbiRelation.BareDefer => "3b-defer",
        AbiRelation.AbiInternalAssembly => "3c",
        AbiRelation.GoFuncValueFromAssembly => "6i",
        AbiRelation.Intrinsic => "intrinsic",
        _ => throw Unknown(relation),
    };

    public static string InWords(AbiCase @case) => @case switch
    {
        AbiCase.GoToGoDirect => "Go -> Go, direct",
        AbiCase.GoToGoIndirect => "Go -> Go, indirect",
        AbiCase.GoToAssemblyDirect => "Go -> assembly, direct",
        AbiCase.GoToAssemblyIndirect => "Go -> assembly, indirect",
        AbiCase.AssemblyToAssembly => "assembly -> assembly",
        AbiCase.AssemblyToGo => "assembly -> Go",
        _ => "outside the six cases",
    };

    private static ArgumentOutOfRangeException Unknown(object value) =>
        new(nameof(value), value, "No report has a word for this.");
}
