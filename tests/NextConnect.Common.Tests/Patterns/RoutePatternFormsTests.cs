using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>Every form of a pattern and what it takes.</summary>
public sealed class RoutePatternFormsTests
{
    [Theory]
    [InlineData("/[id]", "/:id")]
    [InlineData("/{id}", "/:id")]
    [InlineData("/a/{id?}", "/a/:id?")]
    [InlineData("/a/[id?]", "/a/:id?")]
    [InlineData("/[...slug]", "/*slug")]
    [InlineData("/a/[[...slug]]", "/a/*slug?")]
    [InlineData("/a/{*slug}", "/a/*slug?")]
    [InlineData("/a/{**slug}", "/a/*slug?")]
    [InlineData("/[file].mp4", "/:file.mp4")]
    [InlineData("/{file}.(mp4|mov)", "/:file.(mp4|mov)")]
    [InlineData("/{file?}.mp4", "/:file?.mp4")]
    [InlineData("/[...slug]/edit", "/*slug/edit")]
    [InlineData("a/:id", "/a/:id")]
    [InlineData("/a/:id/", "/a/:id")]
    public void Spellings_of_other_routers_are_the_same_patterns(string spelling, string pattern)
    {
        string[] paths = ["/", "/a", "/b", "/a/", "/a/b", "/a/b/", "/a/b/c", "/b/edit", "/b/c/edit", "/x.mp4", "/x.mov", "/.mp4", "", "/a//b"];
        var (one, other) = (RoutePattern.Parse(spelling), RoutePattern.Parse(pattern));
        foreach (var path in paths)
        {
            one.Match(path).ShouldBe(other.Match(path), path);
            one.MatchPrefix(path).ShouldBe(other.MatchPrefix(path), path);
        }
        paths.ShouldContain(path => one.Match(path) != null);
    }

    [Theory]
    [InlineData("/:f.mp4", "/a.mp4", "a")]
    [InlineData("/:f.mp4", "/a.MP4", "a")]
    [InlineData("/:f.mp4", "/a.b.mp4", "a.b")]
    [InlineData("/:f.mp4", "/.mp4.mp4", ".mp4")]
    [InlineData("/:f.(mp4|mov)", "/a.mov/", "a")]
    [InlineData("/:f.(gz|tar.gz)", "/a.tar.gz", "a")]
    [InlineData("/:f.v(1|2).zip", "/a.v2.zip", "a")]
    [InlineData("/:f?.mp4", "/a.mp4", "a")]
    [InlineData("/:f?.mp4", "/.mp4", null)]
    [InlineData("/:f.10:30", "/a.10:30", "a")]
    [InlineData("/:f.a:", "/a.a:", "a")]
    public void Ending_leaves_the_name(string pattern, string path, string? name)
    {
        var found = RoutePattern.Parse(pattern).Match(path);

        found.ShouldNotBeNull();
        found["f"].ShouldBe(name);
        found.ContainsKey("f").ShouldBeTrue();
    }

    [Theory]
    [InlineData("/:f.mp4", "/.mp4")]
    [InlineData("/:f.mp4", "/a.mp3")]
    [InlineData("/:f.mp4", "/amp4")]
    [InlineData("/:f.mp4", "/a.mp4x")]
    [InlineData("/:f.(mp4|mov)", "/a.(mp4|mov)")]
    [InlineData("/:f?.mp4", "/")]
    public void Ending_is_required(string pattern, string path) => RoutePattern.Parse(pattern).Match(path).ShouldBeNull();

    [Theory]
    [InlineData("/a.b", "/aXb")]
    [InlineData("/c++", "/ccc")]
    [InlineData("/a(b)", "/ab")]
    [InlineData("/a|b", "/a")]
    [InlineData("/^a$", "/a")]
    [InlineData("/\\d", "/1")]
    [InlineData("/:f.m.4", "/a.mp4")]
    public void Static_text_is_never_a_regular_expression(string pattern, string path)
    {
        RoutePattern.Parse(pattern).Match(path).ShouldBeNull();
        RoutePattern.Parse(pattern).MatchPrefix(path).ShouldBeNull();
    }

    [Theory]
    [InlineData("/a.b")]
    [InlineData("/c++")]
    [InlineData("/a(b)")]
    [InlineData("/^a$")]
    [InlineData("/a:b")]
    [InlineData("/a%2Fb")]
    [InlineData("/100%")]
    [InlineData("/a b")]
    public void Static_text_matches_itself(string pattern) => RoutePattern.Parse(pattern).Match(pattern).ShouldBe(RouteParams.Empty);

    [Fact]
    public void Wildcard_is_read_as_wild_unless_a_parameter_has_that_name()
    {
        RoutePattern.Parse("/files/*").Match("/files/a/b")!["wild"].ShouldBe("a/b");
        RoutePattern.Parse("/files/*?").Match("/files")!.ShouldSatisfyAllConditions(
            found => found["wild"].ShouldBeNull(),
            found => found.ContainsKey("wild").ShouldBeTrue());
        RoutePattern.Parse("/:wild/*").Match("/x/a/b")!.ShouldSatisfyAllConditions(
            found => found["wild"].ShouldBe("x"),
            found => found["*"].ShouldBe("a/b"));
        RoutePattern.Parse("/*rest").Match("/a")!.ContainsKey("wild").ShouldBeFalse();
    }

    [Fact]
    public void Last_of_several_wildcards_gives_the_value() => RoutePattern.Parse("/*/x/*").Match("/a/x/b/x/c")!["*"].ShouldBe("c");

    [Fact]
    public void Prefix_ends_at_a_segment_border()
    {
        var pattern = RoutePattern.Parse("/users/:id");
        pattern.MatchPrefix("/users/1/posts").ShouldNotBeNull()["id"].ShouldBe("1");
        pattern.MatchPrefix("/usersx/1").ShouldBeNull();
        pattern.Match("/users/1/posts").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/a/b")]
    [InlineData("*")]
    public void Empty_pattern_matches_every_path_as_in_a_router(string path)
    {
        RoutePattern.Parse("").Match(path).ShouldBe(RouteParams.Empty);
        RoutePattern.Parse("").MatchPrefix(path).ShouldBe(RouteParams.Empty);
        TestRouter.Of([RouterEntry.Add("GET", "", new RouterMember(1))]).Find("GET", path).Handlers.ShouldBe([1]);
    }

    [Fact]
    public void Pattern_shows_its_text() => (RoutePattern.Parse("/[id]").Text, $"{RoutePattern.Parse("/[id]")}").ShouldBe(("/[id]", "/[id]"));
}
