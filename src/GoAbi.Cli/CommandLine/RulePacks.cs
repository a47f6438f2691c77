using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using GoAbi.Analysis;

namespace GoAbi.Cli;

/// <summary>--rules DLL: assemblies whose public <see cref="Rule"/>s are run with GoAbi's. Only the command line names them: nothing in an analysed tree can.</summary>
internal static partial class RulePacks
{
    private const string Reserved = "GOABI";

    public static Option<string[]> CreateOption() => new("--rules")
    {
        Description = "An assembly with more rules: its public classes that derive from GoAbi.Analysis.Rule. Repeatable.",
        HelpName = "DLL",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = static _ => [],
    };

    /// <summary>GoAbi's rules and those of the packs given, sorted by id.</summary>
    /// <exception cref="UsageException">A pack can't be loaded, has no rule, or one whose id is taken or isn't capital letters and four digits.</exception>
    public static ImmutableArray<Rule> Read(ParseResult arguments, Option<string[]> option)
    {
        var all = RuleCatalog.All.ToList();
        foreach (var path in arguments.GetValue(option) ?? [])
        {
            foreach (var rule in Load(option.Name, path))
            {
                RequireId(rule, all, option.Name + " " + path);
                all.Add(rule);
            }
        }

        return [.. all.OrderBy(static rule => rule.Descriptor.Id, StringComparer.Ordinal)];
    }

    private static List<Rule> Load(string option, string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(option + " " + path + ": no such file.");
        }

        var full = Path.GetFullPath(path);
        try
        {
            var types = new RulePackContext(full).LoadFromAssemblyPath(full).GetExportedTypes()
                .Where(static type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
                .OrderBy(static type => type.FullName, StringComparer.Ordinal);
            var rules = types.Select(static type => (Rule)Activator.CreateInstance(type)!).ToList();
            return rules.Count > 0 ? rules : throw new UsageException(option + " " + path + ": no public class in it derives from GoAbi.Analysis.Rule and has a constructor without parameters.");
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or TypeLoadException or ReflectionTypeLoadException or MissingMethodException or TargetInvocationException or TypeInitializationException or InvalidOperationException)
        {
            throw new UsageException(option + " " + path + ": its rules can't be loaded: " + exception.GetBaseException().Message);
        }
    }

    private static void RequireId(Rule rule, List<Rule> known, string where)
    {
        var id = IdOf(rule, where);
        if (!IdForm().IsMatch(id) || id.StartsWith(Reserved, StringComparison.Ordinal))
        {
            throw new UsageException(where + ": '" + id + "' is no id for a rule of a pack: capital letters, other than " + Reserved + ", and four digits.");
        }

        if (known.Any(other => other.Descriptor.Id == id))
        {
            throw new UsageException(where + ": the id " + id + " is taken.");
        }
    }

    private static string IdOf(Rule rule, string where)
    {
        try
        {
            return rule.Descriptor?.Id ?? throw new UsageException(where + ": the rule " + rule.GetType().FullName + " has no descriptor with an id.");
        }
        catch (Exception exception) when (exception is not UsageException)
        {
            throw new UsageException(where + ": the rule " + rule.GetType().FullName + " can't describe itself: " + exception.GetBaseException().Message);
        }
    }

    [GeneratedRegex("^[A-Z]{2,16}[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
