using System.Reflection;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>A method in the folder Snippets: its text, which a page shows, and the way to run it.</summary>
internal sealed partial record Snippet(MethodInfo Method, string Code)
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Snippet> All { get; } = [.. Repository.Files("tests/NextConnect.Package.Tests/Snippets", "*.cs").SelectMany(In)];

    /// <summary>Finds the method that holds a part of a fence: of several, one of the page's own, and the one that holds most of the fence. Null when none does.</summary>
    public static Snippet? Find(string page, string part, string fence) => All
        .Where(snippet => snippet.Holds(part))
        .OrderByDescending(snippet => snippet.Method.DeclaringType!.Name == ClassOf(page))
        .ThenByDescending(snippet => Markdown.Parts(fence).Count(snippet.Holds))
        .FirstOrDefault();

    /// <summary>Reads the file that holds the snippets of a page: of <c>docs/edge-cache.md</c>, <c>EdgeCachePage.cs</c>; empty without one.</summary>
    public static string FileOf(string page)
    {
        var file = Path.Combine(Repository.Root, "tests/NextConnect.Package.Tests/Snippets", ClassOf(page) + ".cs");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    private static string ClassOf(string page) =>
        string.Concat(Path.GetFileNameWithoutExtension(page).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant())) + "Page";

    private bool Holds(string code) => Code.Contains(Markdown.Normalize(code), StringComparison.Ordinal);

    private static IEnumerable<Snippet> In(string file)
    {
        var type = typeof(Snippet).Assembly.GetType($"Snippets.{Path.GetFileNameWithoutExtension(file)}", throwOnError: true)!;
        return from text in MemberStart().Split(Repository.Read(file))
               let method = type.GetMethod(MethodName().Match(text).Groups[1].Value, Any)
               where method is not null
               select new Snippet(method, Markdown.Normalize(text));
    }

    [GeneratedRegex("(?=^    (?:public|internal|private) )", RegexOptions.Multiline)]
    private static partial Regex MemberStart();

    [GeneratedRegex(@"\A    (?:public|internal|private) [^\n(=]*?(\w+)\(")]
    private static partial Regex MethodName();
}
