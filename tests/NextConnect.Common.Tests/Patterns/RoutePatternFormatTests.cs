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
    [InlineData("/a/*none", "/a/")]
    [InlineData("/a/*none?", "/a")]
    [InlineData("/[[...none]]", "/")]
    public void Values_are_encoded_and_absent_ones_left_out(string pattern, string path) =>
        RoutePattern.Parse(pattern)
            .Format(new Dictionary<string, string?> { ["id"] = "a/b é", ["v"] = "1", ["*"] = "x /y", ["other"] = "unused", ["none"] = null })
            .ShouldBe(path);

    [Theory]
    [InlineData("/:id", null, "needs a value for 'id'")]
    [InlineData("/:id", "", "needs a value for 'id'")]
    [InlineData("/:id.mp4", null, "needs a value for 'id'")]
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

    [Fact]
    public void Expression_makes_no_path()
    {
        RoutePattern pattern = new Regex("^/a");
        Should.Throw<InvalidOperationException>(() => pattern.Format(RouteParams.Empty)).Message.ShouldContain("^/a");
        Should.Throw<ArgumentNullException>(() => pattern.Format(null!));
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
