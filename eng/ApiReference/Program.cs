// Writes the API reference, a Markdown page for each library: dotnet run --project eng/ApiReference [-- DIRECTORY], by default artifacts/api.
using System;
using System.IO;
using GoAbi.ApiReference;

var directory = args.Length > 0 ? args[0] : Path.Combine("artifacts", "api");
Directory.CreateDirectory(directory);
foreach (var package in ApiPackage.Names)
{
    var api = ApiPackage.Load(package);
    File.WriteAllText(Path.Combine(directory, package + ".md"), ApiPage.Render(api));
    Console.WriteLine(FormattableString.Invariant($"{package}: {api.Types.Length} types"));
}

return 0;
