using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace NextConnect.Common.Tests;

/// <summary>Paths from values.</summary>
public sealed class RoutePatternFormatTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/a b/c++", "/a%20b/c%2B%2B")]
    [InlineData("/a%2fb/100%", "/a%2Fb/100%25")]
    [InlineData("/:id", "/a%2Fb%20%C3%A9")]
    [InlineData("/:none?", "/")]
    [InlineData("/x/:none?/y", "/x/y")]
    [InlineData("/:id.mp4", "/a%2Fb%20%C3%A9.mp4")]
    [InlineData("/:v.(mp4|mov)", "/1.mp4")]
    [InlineData("/:v.v(1|22)", "/1.v1")]
    [InlineData("/:none?.mp4", "/.mp4")]
    [InlineData("/:v?.mp4", "/1.mp4")]
    [InlineData("/*", "/x%20/y")]
    [InlineData("/:v/", "/1/")]
    [InlineData("/:v/:none?/", "/1/")]
    [InlineData("/:none?/", "/")]
    [InlineData("/a/*none?/", "/a/")]
    [InlineData("/a/*end/", "/a/b/")]
    [InlineData("/a/*empty", "/a/")]
    [InlineData("/a/*slash", "/a//b")]
    [InlineData("/*empty", "/")]
    [InlineData("/a/*none?", "/a")]
    [InlineData("/[[...none]]", "/")]
    public void Values_are_encoded_and_absent_ones_left_out(string pattern, string path) =>
        RoutePattern.Parse(pattern)
            .Format(new Dictionary<string, string?>
            {
                ["id"] = "a/b é",
                ["v"] = "1",
                ["*"] = "x /y",
                ["other"] = "unused",
                ["none"] = null,
                ["empty"] = "",
                ["end"] = "b/",
                ["slash"] = "/b",
            })
            .ShouldBe(path);

    [Theory]
    [InlineData("/:id", null, "needs a value for 'id'")]
    [InlineData("/:id", "", "needs a value for 'id'")]
    [InlineData("/:id.mp4", null, "needs a value for 'id'")]
    [InlineData("/a/*id", null, "needs a value for 'id'")]
    [InlineData("/*", null, "needs a value for '*'")]
    [InlineData("/a/*/b", null, "needs a value for '*'")]
    [InlineData("/*id", "/evil.example", "begins with '//'")]
    [InlineData("/*id/x", "", "begins with '//'")]
    [InlineData("/:none?/*id", "/evil.example", "begins with '//'")]
    [InlineData("/*id?", "//evil.example", "begins with '//'")]
    [InlineData("/:id", "..", "dot segment")]
    [InlineData("/:id?", ".", "dot segment")]
    [InlineData("/*id", "a/../b", "dot segment")]
    [InlineData("/:id.", ".", "dot segment")]
    [InlineData("/:id?..", null, "dot segment")]
    public void Values_that_make_no_path_are_refused(string pattern, string? value, string message)
    {
        var error = Should.Throw<ArgumentException>(() => RoutePattern.Parse(pattern).Format(new Dictionary<string, string?> { ["id"] = value }));
        error.Message.ShouldContain(message);
        error.Message.ShouldContain(pattern);
    }

    [Theory]
    [InlineData("/\\evil.example", "/%5Cevil.example")]
    [InlineData("\\\\evil.example", "/%5C%5Cevil.example")]
    [InlineData("\t/evil.example", "/%09/evil.example")]
    public void No_value_leads_to_another_host(string value, string path)
    {
        var made = Should.NotThrow(() => RoutePattern.Parse("/*").Format(new Dictionary<string, string> { ["*"] = value.TrimStart('/') }));

        made.ShouldBe(path);
        new Uri(new Uri("http://here.example/"), made).Host.ShouldBe("here.example");
    }

    [Fact]
    public void Wildcard_is_filled_by_its_name_and_by_wild()
    {
        RoutePattern.Parse("/a/*").Format(new Dictionary<string, string> { ["wild"] = "b" }).ShouldBe("/a/b");
        RoutePattern.Parse("/a/*").Format(new Dictionary<string, string> { ["*"] = "c", ["wild"] = "b" }).ShouldBe("/a/c");
        RoutePattern.Parse("/:wild/*").Format(new Dictionary<string, string> { ["wild"] = "a", ["*"] = "b" }).ShouldBe("/a/b");
        Should.Throw<ArgumentException>(() => RoutePattern.Parse("/:wild/*").Format(new Dictionary<string, string> { ["wild"] = "a" }))
            .Message.ShouldContain("needs a value for '*'");
    }

    [Fact]
    public void Values_come_from_every_sort_of_dictionary()
    {
        var pattern = RoutePattern.Parse("/:id/:lang?");
        IReadOnlyDictionary<string, string> readOnly = new Dictionary<string, string> { ["id"] = "7" };
        IDictionary<string, object?> objects = new Dictionary<string, object?> { ["id"] = 7, ["lang"] = null };
        KeyValuePair<string, int>[] pairs = [new("id", 1), new("id", 7)];

        pattern.Format(new Dictionary<string, string> { ["id"] = "7" }).ShouldBe("/7");
        pattern.Format(new Dictionary<string, string?> { ["id"] = "7", ["lang"] = null }).ShouldBe("/7");
        pattern.Format(readOnly).ShouldBe("/7");
        pattern.Format(objects).ShouldBe("/7");
        pattern.Format(pairs).ShouldBe("/7");
        pattern.Format(pattern.Match("/7/en")!).ShouldBe("/7/en");
    }

    [Fact]
    public void Values_are_written_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            RoutePattern.Parse("/:a/:b").Format(new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = new Guid("7d444840-9dc0-11d1-b245-5ffdce74fad2") })
                .ShouldBe("/1.5/7d444840-9dc0-11d1-b245-5ffdce74fad2");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("/a/*", "/a/")]
    [InlineData("/a/*?", "/a/")]
    [InlineData("/*", "/")]
    [InlineData("/a/*", "/a//b/")]
    public void Parameters_of_a_match_give_the_path_back(string pattern, string path) =>
        RoutePattern.Parse(pattern).Format(RoutePattern.Parse(pattern).Match(path)!).ShouldBe(path);

    [Fact]
    public void Expression_makes_no_path()
    {
        RoutePattern pattern = new Regex("^/a");
        Should.Throw<InvalidOperationException>(() => pattern.Format(RouteParams.Empty)).Message.ShouldContain("^/a");
        Should.Throw<ArgumentNullException>(() => pattern.Format<string>(null!));
    }

    [Fact]
    public void Path_made_from_values_gives_the_values_back()
    {
        string[] endings = ["", "/:c?", "/:c.mp4", "/:c?.json", "/*", "/*rest?"];
        var run = new RandomRun(output, 20_000);
        for (var i = 0; i < run.Cases; i++)
        {
            var pattern = RoutePattern.Parse("/" + run.Random.Pick(["a b", "c++", ":a", ":a.txt"])
                + run.Random.Pick(["", "/é", "/:b", "/%2F"]) + run.Random.Pick(endings));
            var values = pattern.Segments.Where(segment => segment.Kind != SegmentKind.Literal)
                .ToDictionary(segment => segment.Text, segment => Value(run.Random, segment));
            if (values.Values.Any(value => value is not null && value.Split('/').Any(part => part is "." or "..")))
                continue;

            var path = pattern.Format(values);

            var found = pattern.Match(RequestPath.Canonicalize(path));
            if (found is null || !found.ToHashSet().SetEquals(values))
                Assert.Fail($"{run}\n{pattern} {string.Join(' ', values)} gives {path}, which gives {(found is null ? "no match" : string.Join(' ', found))}");
        }
    }

    private static string? Value(Random random, PatternSegment segment)
    {
        if (segment.IsOptional && random.Percent(30))
            return null;
        string[] pieces =
        [
            "a", "é", "%", "%2F", "%2f", "%41", " ", "+", "?", "#", ".", "..", "\\", "\n", "\0", ":", "*", "\U0001F600", ".mp4",
            segment.Kind == SegmentKind.Wildcard ? "/" : ";",
        ];
        return string.Concat(random.GetItems(pieces, random.Next(1, 5)));
    }
}
