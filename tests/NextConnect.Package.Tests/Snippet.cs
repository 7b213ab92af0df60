using System.Reflection;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>A method in the folder Snippets: its text, which a page shows, and the way to run it.</summary>
internal sealed partial record Snippet(MethodInfo Method, string Code)
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] Files = [.. Repository.Files("tests/NextConnect.Package.Tests/Snippets", "*.cs")];

    private static readonly Snippet[] All = [.. Files.SelectMany(In)];

    /// <summary>Finds the method that holds a part of a fence: of several, one of the page's own, and the one that holds most of the fence.</summary>
    /// <returns>Null when none does.</returns>
    public static Snippet? Find(string page, string part, string fence) => All
        .Where(snippet => snippet.Holds(part))
        .OrderByDescending(snippet => IsOf(page, snippet.Method.DeclaringType!.Name))
        .ThenByDescending(snippet => Markdown.Parts(fence).Count(snippet.Holds))
        .FirstOrDefault();

    /// <summary>Reads the file that holds the snippets of a page; empty without one.</summary>
    public static string FileOf(string page) =>
        Files.Where(file => IsOf(page, Path.GetFileNameWithoutExtension(file))).Select(Repository.Read).SingleOrDefault("");

    /// <summary>Tells whether a class is that of a page: <c>EdgeCachePage</c> is that of <c>docs/edge-cache.md</c>.</summary>
    private static bool IsOf(string page, string type) =>
        type.Equals(Path.GetFileNameWithoutExtension(page).Replace("-", "", StringComparison.Ordinal) + "Page", StringComparison.OrdinalIgnoreCase);

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
