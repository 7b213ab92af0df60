namespace NextConnect.Package;

public sealed class SnippetTests
{
    private static readonly string Compiled = Markdown.WithoutExtraSpace(string.Join('\n',
        Repository.Files("tests/NextConnect.Package.Tests/Snippets", "*.cs").Concat(Repository.Files("samples", "*.cs")).Select(Repository.Read)));

    public static TheoryData<string> Pages => [.. Markdown.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_of_the_page_is_compiled_code(string page)
    {
        NotCompiled(page, Repository.Read(page)).ShouldBeEmpty();
    }

    [Fact]
    public void A_snippet_that_is_not_compiled_is_named()
    {
        const string Page = "Text.\n\n```csharp\nrouter.Get(\"/\",   (req, res)\n    => res.NoSuchMethod());\n```\n";

        NotCompiled("docs/x.md", Page).ShouldBe(["docs/x.md, line 3: router.Get(\"/\", (req, res) => res.NoSuchMethod());"]);
    }

    [Fact]
    public void The_README_has_snippets()
    {
        Markdown.Snippets(Repository.Read("README.md")).Count().ShouldBeGreaterThanOrEqualTo(6);
    }

    private static IEnumerable<string> NotCompiled(string page, string markdown) =>
        from snippet in Markdown.Snippets(markdown)
        let code = Markdown.WithoutExtraSpace(snippet.Code)
        where !Compiled.Contains(code, StringComparison.Ordinal)
        select $"{page}, line {snippet.Line}: {code}";
}
