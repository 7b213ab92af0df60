namespace NextConnect.Package;

/// <summary>Every result that a page states is what its compiled code gives when it runs.</summary>
public sealed class DocumentedResultTests
{
    private const string Checker = "checker.md";
    private const string Hello = "```csharp\nrouter.Get(\"/hello/:name\", (req, res) => res.SendAsync($\"Hello {req.Params[\"name\"]}\"));\n";

    public static TheoryData<string> Pages => [.. Markdown.Pages.Where(page => DocumentedResult.Of(page, Repository.Read(page)).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_result_on_the_page_is_what_its_snippet_gives(string page)
    {
        (await DifferencesAsync(page, Repository.Read(page))).ShouldBeEmpty();
    }

    [Fact]
    public void Many_pages_state_results()
    {
        Markdown.Pages.Sum(page => DocumentedResult.Of(page, Repository.Read(page)).Count()).ShouldBeGreaterThanOrEqualTo(100);
    }

    [Theory]
    [InlineData("// GET /hello/Ada → 200 Hello Ada")]
    [InlineData("// GET /nope → 404 Route…")]
    public async Task A_true_result_passes(string result)
    {
        (await DifferencesAsync(Checker, $"{Hello}{result}\n```\n")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("// GET /hello/Ada → 200 Hello Eve", "'GET /hello/Ada → 200 Hello Eve' gives Hello Ada")]
    [InlineData("// GET /hello/Ada → 201", "'GET /hello/Ada → 201' gives 200 Hello Ada")]
    [InlineData("// GET /hello/Ada → 200 (Content-Length: 8)", "'GET /hello/Ada → 200 (Content-Length: 8)' gives 200 (Content-Length: 9) Hello Ada")]
    [InlineData("// hello → Ada", "'hello → Ada' cannot be read. Write '// GET /path → 200 body'.")]
    public async Task A_false_result_is_named(string result, string difference)
    {
        (await DifferencesAsync(Checker, $"Text.\n\n{Hello}{result}\n```\n")).ShouldBe([$"line 3: {difference}"]);
    }

    [Fact]
    public async Task A_result_of_code_that_no_snippet_holds_is_named()
    {
        const string Page = "```csharp\nNoSuchCode();\n// GET / → 200\n```\n";

        (await DifferencesAsync(Checker, Page)).ShouldBe(["line 1: 'GET / → 200' belongs to code that no snippet holds."]);
    }

    [Fact]
    public async Task An_output_that_differs_is_named()
    {
        const string Page = "```csharp\nvar two = RoutePattern.Parse(\"/:a/:b\").Match(\"/1/2\")!.Count;\n```\n\n```text\n3\n```\n";

        (await DifferencesAsync(Checker, Page)).ShouldBe(["line 5: '→ 3' gives 2"]);
    }

    private static async Task<List<string>> DifferencesAsync(string page, string markdown)
    {
        var differences = new List<string>();
        foreach (var results in DocumentedResult.Of(page, markdown).GroupBy(result => result.Snippet))
        {
            if (results.Key is null)
            {
                differences.AddRange(results.Select(result => $"line {result.Line}: '{result.Text}' belongs to code that no snippet holds."));
                continue;
            }
            await using var host = await SnippetHost.StartAsync(results.Key);
            foreach (var result in results)
            {
                if (await result.DifferenceAsync(host) is { } difference)
                    differences.Add($"line {result.Line}: {difference}");
            }
        }
        return differences;
    }
}
