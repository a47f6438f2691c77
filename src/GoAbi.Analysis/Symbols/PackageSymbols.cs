using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// The functions of one package for one target: Go declarations joined with the TEXTs of its assembly by linker name, and
/// what its assembly refers to. A pure function of the package's own sources, so importers can share it.
/// </summary>
public sealed class PackageSymbols
{
    private readonly Dictionary<GoObject, FunctionInfo> byObject = [];
    private readonly Dictionary<string, FunctionInfo> bySymbol = new(StringComparer.Ordinal);
    private readonly Dictionary<(AsmProgram Program, string Name), FunctionInfo> statics = [];
    private readonly HashSet<(string Name, CallingConvention Abi)> references = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private PackageSymbols(GoPackage package, GoPackageScope scope, ImmutableArray<AsmProgram> programs, ImmutableArray<AsmProgram> listed)
    {
        Package = package;
        Scope = scope;
        Programs = programs;
        Listed = listed;
    }

    /// <summary>The package.</summary>
    public GoPackage Package { get; }

    /// <summary>Its package scope.</summary>
    public GoPackageScope Scope { get; }

    /// <summary>Its assembly files, preprocessed for the target.</summary>
    public ImmutableArray<AsmProgram> Programs { get; }

    /// <summary>The same with an empty go_asm.h.</summary>
    internal ImmutableArray<AsmProgram> Listed { get; }

    /// <summary>Every function, sorted by symbol; file-local ones by symbol and file.</summary>
    public ImmutableArray<FunctionInfo> Functions { get; private set; } = ImmutableArray<FunctionInfo>.Empty;

    /// <summary>True where some function is written in assembly and declared in Go.</summary>
    public bool HasWrappedFunctions { get; private set; }

    /// <summary>Joins a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="scope">Its scope.</param>
    /// <param name="programs">Its assembly, in the order of <see cref="GoPackage.AssemblyFiles"/>.</param>
    /// <param name="listed">The same with an empty go_asm.h: what the compiler is told of is found in it. Left out where no file includes one.</param>
    public static PackageSymbols Join(GoPackage package, GoPackageScope scope, ImmutableArray<AsmProgram> programs, ImmutableArray<AsmProgram> listed = default)
    {
        if (package is null)
        {
            throw new ArgumentNullException(nameof(package));
        }

        if (scope is null)
        {
            throw new ArgumentNullException(nameof(scope));
        }

        var symbols = new PackageSymbols(package, scope, programs, listed.IsDefault ? programs : listed);
        var definitions = symbols.CollectDefinitions();
        symbols.JoinDeclarations(definitions);
        symbols.AddUndeclared(definitions);
        symbols.Functions = symbols.SortedFunctions();
        return symbols;
    }

    /// <summary>The function that a Go object of this package denotes; null for anything but a function.</summary>
    public FunctionInfo? Find(GoObject declaration) => byObject.TryGetValue(declaration, out var found) ? found : null;

    /// <summary>The function with a linker name that this package declares or defines, file-local ones aside; null where there is none.</summary>
    public FunctionInfo? Find(string symbol) => bySymbol.TryGetValue(symbol, out var found) ? found : null;

    /// <summary>The file-local function f&lt;&gt; of a file; null where there is none.</summary>
    public FunctionInfo? FindStatic(AsmProgram program, string symbol) =>
        statics.TryGetValue((program, symbol), out var found) ? found : null;

    /// <summary>True where the package's assembly refers to the symbol under a convention, as -gensymabis would list it.</summary>
    public bool IsReferencedFromAssembly(string symbol, CallingConvention abi) => references.Contains((symbol, abi));

    /// <summary>True where the package's assembly names the symbol at all, as code or data.</summary>
    public bool IsNamedInAssembly(string symbol) => names.Contains(symbol);

    private Dictionary<string, AssemblyDefinition> CollectDefinitions()
    {
        var definitions = new Dictionary<string, AssemblyDefinition>(StringComparer.Ordinal);
        var maySelect = AbiSelectors.AreAllowed(Package.ImportPath, Package.Target.Toolchain);
        var linkPath = SymbolNames.LinkPath(Package);
        for (var i = 0; i < Programs.Length; i++)
        {
            var program = Programs[i];
            var assembled = new Dictionary<string, AssemblyDefinition>(StringComparer.Ordinal);
            foreach (var function in program.Functions)
            {
                var definition = Define(function, program, linkPath, maySelect);
                if (definition.IsStatic)
                {
                    statics[(program, definition.Symbol)] = AssemblyOnly(definition);
                }
                else if (!assembled.ContainsKey(definition.Symbol))
                {
                    assembled[definition.Symbol] = definition;
                }
            }

            AddListed(Listed[i], assembled, definitions, linkPath, maySelect);
            CollectNames(program, linkPath);
        }

        return definitions;
    }

    // The compiler knows of what is there with an empty go_asm.h; what each function is made of, the true one decides.
    private void AddListed(
        AsmProgram program, Dictionary<string, AssemblyDefinition> assembled, Dictionary<string, AssemblyDefinition> definitions, string linkPath, bool maySelect)
    {
        foreach (var function in program.Functions)
        {
            var definition = Define(function, program, linkPath, maySelect);
            if (!definition.IsStatic && !definitions.ContainsKey(definition.Symbol))
            {
                definitions[definition.Symbol] = assembled.TryGetValue(definition.Symbol, out var found) ? found : definition;
            }
        }

        foreach (var reference in program.SymbolAbis())
        {
            if (!reference.IsDefinition)
            {
                references.Add((WithPrefix(reference.Name), reference.Abi == "ABIInternal" ? CallingConvention.AbiInternal : CallingConvention.Abi0));
            }
        }
    }

    private static AssemblyDefinition Define(AsmFunction function, AsmProgram program, string linkPath, bool maySelect)
    {
        var reference = function.Text.Symbol;
        var abi = maySelect && reference.AbiSelector == "ABIInternal" ? CallingConvention.AbiInternal : CallingConvention.Abi0;
        return new AssemblyDefinition(function, program, reference.Resolve(linkPath), abi, reference.IsStatic);
    }

    private void CollectNames(AsmProgram program, string linkPath)
    {
        foreach (var statement in program.Statements)
        {
            foreach (var operand in statement.Operands)
            {
                if (operand is SymbolOperand { Base: AsmPseudoRegister.SB, Symbol.IsStatic: false } symbol)
                {
                    names.Add(symbol.Symbol.Resolve(linkPath));
                }
            }
        }
    }

    private void JoinDeclarations(Dictionary<string, AssemblyDefinition> definitions)
    {
        var linknames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var linkname in Scope.Linknames)
        {
            if (linkname.Target is { } target)
            {
                linknames[linkname.LocalName] = target;
            }
        }

        foreach (var declaration in Scope.Declarations)
        {
            if (declaration.Kind == GoObjectKind.Function)
            {
                Add(declaration, JoinOne(declaration, linknames, definitions));
            }
        }
    }

    private FunctionInfo JoinOne(GoObject declaration, Dictionary<string, string> linknames, Dictionary<string, AssemblyDefinition> definitions)
    {
        var local = SymbolNames.LinkerName(Package, declaration);
        var symbol = declaration.ReceiverTypeName is null && linknames.TryGetValue(declaration.Name, out var target) ? target : local;
        var fullName = SymbolNames.FullName(Package, declaration);
        if (declaration.HasBody)
        {
            return new FunctionInfo
            {
                Symbol = symbol,
                FullName = fullName,
                Package = Package.ImportPath,
                Language = SourceLanguage.Go,
                Abi = HasDirective(declaration, "go:cgo_unsafe_args") ? CallingConvention.Abi0 : CallingConvention.AbiInternal,
                Declaration = declaration,
            };
        }

        if (definitions.TryGetValue(symbol, out var definition))
        {
            return new FunctionInfo
            {
                Symbol = symbol,
                FullName = fullName,
                Package = Package.ImportPath,
                Language = SourceLanguage.Assembly,
                Abi = definition.Abi,
                Declaration = declaration,
                Assembly = definition,
            };
        }

        return new FunctionInfo
        {
            Symbol = symbol,
            FullName = fullName,
            Package = Package.ImportPath,
            Language = SourceLanguage.Unknown,
            Abi = CallingConvention.AbiInternal,
            Declaration = declaration,
            IsBodyElsewhere = true,
        };
    }

    private void AddUndeclared(Dictionary<string, AssemblyDefinition> definitions)
    {
        foreach (var definition in definitions.Values)
        {
            if (!bySymbol.TryGetValue(definition.Symbol, out var known) || known.Assembly is null)
            {
                bySymbol[definition.Symbol] = AssemblyOnly(definition);
            }
        }
    }

    private void Add(GoObject declaration, FunctionInfo function)
    {
        byObject[declaration] = function;
        if (declaration.Name is not ("_" or "init") && !bySymbol.ContainsKey(function.Symbol))
        {
            bySymbol[function.Symbol] = function;
        }

        HasWrappedFunctions |= function.IsWrappedForGo;
    }

    private ImmutableArray<FunctionInfo> SortedFunctions()
    {
        var all = new HashSet<FunctionInfo>(byObject.Values);
        all.UnionWith(bySymbol.Values);
        all.UnionWith(statics.Values);
        var sorted = new List<FunctionInfo>(all);
        sorted.Sort(static (a, b) =>
        {
            var order = string.CompareOrdinal(a.Symbol, b.Symbol);
            return order != 0 ? order : string.CompareOrdinal(PlaceOf(a), PlaceOf(b));
        });
        return sorted.ToImmutableArray();
    }

    // Up to Go 1.19 the assembler writes "" for the package's own prefix, and the linker fills it in.
    private string WithPrefix(string name) =>
        name.StartsWith("\"\".", StringComparison.Ordinal) ? Package.SymbolPrefix + name.Substring(2) : name;

    private static string PlaceOf(FunctionInfo function) =>
        function.Assembly?.Program.File.Path ?? (function.Declaration is { } declaration ? declaration.Declaration.Location.ToString() : "");

    private FunctionInfo AssemblyOnly(AssemblyDefinition definition) => new()
    {
        Symbol = definition.Symbol,
        FullName = definition.Symbol,
        Package = Package.ImportPath,
        Language = SourceLanguage.Assembly,
        Abi = definition.Abi,
        Assembly = definition,
    };

    private static bool HasDirective(GoObject declaration, string name)
    {
        foreach (var directive in declaration.Directives)
        {
            if (directive.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
