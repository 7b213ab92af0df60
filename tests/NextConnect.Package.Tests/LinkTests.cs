using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>Relative links lead to a file, and their anchors to a heading of it.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
        [.. Markdown.Pages.Concat(Repository.Files("tests/coverage", "*.md")), "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_of_the_page_leads_somewhere(string page)
    {
        Broken(page, Repository.Read(page)).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_named()
    {
        const string Page = "[a](nowhere.md) [b](routing.md#nothing) [c](routing.md#verbs) [d](../README.md) [e](https://example.org) [f](#learn)";

        Broken("docs/README.md", Page).ShouldBe(["nowhere.md", "routing.md#nothing"]);
    }

    private static IEnumerable<string> Broken(string page, string markdown) =>
        Link().Matches(markdown).Select(link => link.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal) && !Exists(page, link));

    private static bool Exists(string page, string link)
    {
        var parts = link.Split('#', 2);
        var file = Path.GetFullPath(Path.Combine(Repository.Root, parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0])));
        return parts.Length == 1
            ? Path.Exists(file)
            : File.Exists(file) && Anchors(File.ReadAllText(file)).Contains(parts[1], StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Anchors(string markdown) =>
        Heading().Matches(markdown).Select(heading => NoAnchor().Replace(heading.Groups[1].Value, "").Replace(' ', '-'));

    [GeneratedRegex(@"(?<!`)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
