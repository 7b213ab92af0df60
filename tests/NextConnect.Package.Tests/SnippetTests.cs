namespace NextConnect.Package;

/// <summary>Every C# fence of a page is code that the build compiles, with the usings that the page shows.</summary>
public sealed class SnippetTests
{
    private static readonly string Samples = string.Join('\n', Repository.Files("samples", "*.cs").Select(Repository.Read));

    public static TheoryData<string> Pages => [.. Markdown.Pages.Where(page => Markdown.Snippets(Repository.Read(page)).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_of_the_page_is_compiled_code(string page)
    {
        NotCompiled(page, Repository.Read(page)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_shows_every_using_that_its_snippets_need(string page)
    {
        var shown = Markdown.Snippets(Repository.Read(page)).SelectMany(snippet => Markdown.Usings(snippet.Code));

        Markdown.Usings(Snippet.FileOf(page)).Except(shown).ShouldBeEmpty();
    }

    [Fact]
    public void A_snippet_that_is_not_compiled_is_named()
    {
        const string Page = "Text.\n\n```csharp\nusing NextConnect;\n\nrouter.Get(\"/\",   (req, res)\n    => res.NoSuchMethod()); // GET / → 200\n```\n";

        NotCompiled("docs/x.md", Page).ShouldBe(["docs/x.md, line 3: router.Get(\"/\", (req, res) => res.NoSuchMethod());"]);
    }

    [Fact]
    public void The_README_has_snippets()
    {
        Markdown.Snippets(Repository.Read("README.md")).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> NotCompiled(string page, string markdown)
    {
        var compiled = Markdown.Normalize(Snippet.FileOf(page) + Samples);
        return from snippet in Markdown.Snippets(markdown)
               from part in Markdown.Parts(snippet.Code)
               let code = Markdown.Normalize(part)
               where !compiled.Contains(code, StringComparison.Ordinal)
               select $"{page}, line {snippet.Line}: {code}";
    }
}
