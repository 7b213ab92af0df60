namespace NextConnect.Package;

/// <summary>Runs every row of the pattern tables in the README and docs.</summary>
public sealed class PatternTableTests
{
    public static TheoryData<string, string, string, string> Patterns => Rows("pattern");

    public static TheoryData<string, string, string, string> BasePaths => Rows("base path");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_matches_as_the_table_says(string pattern, string path, string parameters, string others) =>
        Check(RoutePattern.Parse(Code(pattern)).Match, path, parameters, others);

    [Theory]
    [MemberData(nameof(BasePaths))]
    public void Base_path_matches_as_the_table_says(string pattern, string path, string parameters, string others) =>
        Check(RoutePattern.Parse(Code(pattern)).MatchPrefix, path, parameters, others);

    [Fact]
    public void Tables_cover_every_form()
    {
        Cells("pattern").Select(row => Code(row[0])).ShouldContain("/media/:file.(mp4|mov)");
        Cells("pattern").Count().ShouldBeGreaterThanOrEqualTo(12);
        Cells("base path").Count().ShouldBeGreaterThanOrEqualTo(3);
    }

    private static TheoryData<string, string, string, string> Rows(string firstHeading)
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var row in Cells(firstHeading))
            rows.Add(row[0], row[1], row[2], row[3]);
        return rows;
    }

    private static IEnumerable<string[]> Cells(string firstHeading) => Markdown.Pages.SelectMany(page => Markdown.Rows(Repository.Read(page), firstHeading));

    private static void Check(Func<string, RouteParams?> match, string paths, string parameters, string others)
    {
        Markdown.Codes(paths).ShouldNotBeEmpty();
        foreach (var path in Markdown.Codes(paths))
            match(path).ShouldNotBeNull(path).Select(Text).ShouldBe(Markdown.Codes(parameters), path);
        foreach (var path in Markdown.Codes(others))
            match(path).ShouldBeNull(path);
    }

    private static string Text(KeyValuePair<string, string?> parameter) =>
        parameter.Value is null ? $"{parameter.Key} = null" : $"{parameter.Key} = \"{parameter.Value}\"";

    private static string Code(string cell) => Markdown.Codes(cell).Single();
}
