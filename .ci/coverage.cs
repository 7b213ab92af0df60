// Merges the coverage reports of all test projects: a line counts as covered when any of them ran it.
// Run it: dotnet run .ci/coverage.cs -- <directory of reports> <minimum percent>
#:property PublishAot=false
#:property AnalysisMode=Default
using System.Globalization;
using System.Xml.Linq;

var (directory, minimum) = (args[0], double.Parse(args[1], CultureInfo.InvariantCulture));
var isCovered = new SortedDictionary<string, Dictionary<(string File, int Line), bool>>(StringComparer.Ordinal);

foreach (var report in Directory.EnumerateFiles(directory, "coverage.cobertura.xml", SearchOption.AllDirectories))
{
    foreach (var package in XDocument.Load(report).Descendants("package"))
    {
        var name = package.Attribute("name")!.Value;
        if (!isCovered.TryGetValue(name, out var lines))
            isCovered.Add(name, lines = []);
        foreach (var source in package.Descendants("class"))
        {
            // A report names files relative to a directory of its own choice: compare what follows the package's name.
            var file = source.Attribute("filename")!.Value.Replace('\\', '/');
            file = file[Math.Max(0, file.LastIndexOf($"{name}/", StringComparison.Ordinal))..].Replace($"{name}/", "", StringComparison.Ordinal);
            foreach (var line in source.Descendants("line"))
            {
                var key = (file, (int)line.Attribute("number")!);
                lines[key] = lines.GetValueOrDefault(key) || (long)line.Attribute("hits")! > 0;
            }
        }
    }
}

var missing = Directory.GetDirectories("src").Select(source => Path.GetFileName(source)).Where(name => !isCovered.ContainsKey(name)).ToList();
if (missing.Count > 0)
{
    Console.WriteLine($"No report covers {string.Join(", ", missing)}: no test loads it, or coverlet could not read it (dotnet test --diag tells).");
    return 1;
}

foreach (var (name, lines) in isCovered)
    Console.WriteLine($"{name}: {Figure(lines.Values)}");
foreach (var (name, lines) in isCovered)
{
    foreach (var file in lines.Where(line => !line.Value).GroupBy(line => line.Key.File).OrderByDescending(file => file.Count()).Take(5))
        Console.WriteLine($"  not covered in {name}/{file.Key}: {string.Join(", ", file.Select(line => line.Key.Line).Order().Take(20))}");
}

var all = isCovered.Values.SelectMany(lines => lines.Values).ToList();
Console.WriteLine($"All: {Figure(all)}, at least {minimum.ToString(CultureInfo.InvariantCulture)} % is needed");
return Percent(all) >= minimum ? 0 : 1;

static double Percent(ICollection<bool> lines) => lines.Count == 0 ? 0 : 100.0 * lines.Count(covered => covered) / lines.Count;

static string Figure(ICollection<bool> lines) =>
    string.Create(CultureInfo.InvariantCulture, $"{Percent(lines):0.00} % of {lines.Count} lines");
