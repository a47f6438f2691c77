using System;
using System.Globalization;
using System.Linq;
using GoAbi.Fuzz;
using GoAbi.Fuzz.Assembler;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.Differential;
using GoAbi.Fuzz.GoLanguage;
using GoAbi.Fuzz.Running;
using GoAbi.Source;

// dotnet run -c Release --project tests/GoAbi.Fuzz -- --count 1000000 --seed 1 --goroot /usr/lib/go-1.19
// dotnet run -c Release --project tests/GoAbi.Fuzz -- --language go --count 300000 --seed 1 --goroot /usr/lib/go-1.19
if (FuzzOptions.Read(args) is not { } options || (options.Differential is not null && (options.GoRoot is null || options.IsGo)))
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

GoVersion[] versions = [.. Enumerable.Range(16, 12).Select(static minor => new GoVersion(minor))];
if (options.IsGo)
{
    var files = options.GoRoot is null ? GoFileCorpus.OfDirectory(options.Corpus) : GoFileCorpus.OfGoRoot(options.GoRoot);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"corpus: {files.Count} files"));
    var source = new GoInputGenerator(files, options.Seed, versions);
    return options.Print is { } wanted ? Print(source.Make(wanted)) : Check(source, static () => new GoFrontEndProperties());
}

var assembler = options.GoRoot is null ? null : new GoAssembler(options.GoRoot);
var corpus = assembler is null ? FuzzCorpus.OfDirectory(options.Corpus) : FuzzCorpus.OfGoRoot(assembler.Root, assembler.Version);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"corpus: {corpus.Count} files"));
return options.Print is { } number ? Print((options.Differential is null ? Generator() : DifferentialGenerator()).Make(number))
    : options.Differential is { } count ? Compare(count)
    : Check(Generator(), static () => new FrontEndProperties());

int Check(IInputSource source, Func<IInputCheck> check)
{
    var last = -1L;
    var run = new FuzzRun(source, check, options.Threads)
    {
        Limit = TimeSpan.FromSeconds(options.IsGo ? 60 : 20),
        Found = static (failure, input) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failure.Key}: number {input.Index}")),
        Progress = done =>
        {
            if (done / 50_000 != last)
            {
                last = done / 50_000;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} inputs"));
            }
        },
    };
    var summary = run.Run(options.First, options.Count);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Inputs} inputs, {summary.Bytes} bytes, {summary.Elapsed.TotalSeconds:F0} s, slowest {summary.Slowest.Time.TotalMilliseconds:F0} ms (number {summary.Slowest.Index}), {summary.Failures.Count} kinds of failure"));
    foreach (var failure in summary.Failures)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {failure.Count} x {failure.Key}: number {failure.Example.Index}, {failure.Example.Target}"));
    }

    if (options.Out is { } directory)
    {
        FailureFiles.Write(directory, options.IsGo ? "x.go" : "x.s", summary.Failures);
    }

    return summary.Failures.Count == 0 ? 0 : 1;
}

int Compare(int inputs)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var run = new DifferentialRun(assembler!, DifferentialGenerator())
    {
        Progress = static done =>
        {
            if (done % 2000 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} inputs"));
            }
        },
    };
    var summary = run.Run(inputs, options.Threads);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{assembler!.Version}: {summary.Inputs} inputs, {summary.Accepted} accepted, {summary.Refused} refused ({summary.Lines} lines), {summary.RefusedByEncoder} by the encoder alone, {summary.Crashed} crashed, {summary.Unlocated} not to the end, {summary.Differing} differ; {watch.Elapsed.TotalSeconds:F0} s"));
    foreach (var found in summary.Classes)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Inputs,6}  {found.Name}\n          {found.Goarch} number {found.Index}, {found.Example}"));
    }

    return summary.Differing == 0 ? 0 : 1;
}

int Print(FuzzInput input)
{
    Console.WriteLine(input.Target);
    using var output = Console.OpenStandardOutput();
    output.Write(input.Main);
    if (input.Header.Length > 0)
    {
        output.Write("\n---- a.h ----\n"u8);
        output.Write(input.Header);
    }

    return 0;
}

InputGenerator Generator() => new(corpus, options.Seed, versions);

InputGenerator DifferentialGenerator() => InputGenerator.ForAssembler(corpus, options.Seed, assembler!.Version);
