namespace NextConnect.Common.Tests;

/// <summary>The work of a match grows with segments × path segments, whatever the pattern and the path.</summary>
public sealed class RoutePatternGrowthTests
{
    /// <summary>Gets patterns, and what makes the path: a start, a piece that repeats, an end.</summary>
    public static TheoryData<string, string, string, string, bool> Cases => new()
    {
        { "/*/*/*/x", "", "/", "", false },
        { "/*/*/*/x", "/", "a/", "x", true },
        { "/*a/x/*b/x/*c/x", "/", "x/", "y", false },
        { "/:a?/:b?/:c?/:d?/:e?/:f?/:g?/:h?/*/x", "/", "a/", "", false },
        { "/a/*", "/a", "/b", "/", true },
        { "/:file.(a|aa|aaa)", "/", "a", ".aaa", true },
        { "/:file.(a|aa|aaa)", "/", "a.a", ".aaaa", false },
        { "/*/:file.mp4", "/x/", ".mp4", "", true },
        { "/literal", "/", "literal", "", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Memory_grows_linearly_with_the_path(string pattern, string start, string piece, string end, bool isMatch)
    {
        var parsed = RoutePattern.Parse(pattern);
        var (small, large) = (Path(start, piece, end, 4_000), Path(start, piece, end, 16_000));
        (parsed.Match(large) is not null).ShouldBe(isMatch);

        var ratio = (double)(1_000 + Allocated(parsed, large)) / (1_000 + Allocated(parsed, small));

        ratio.ShouldBeLessThan(5);
    }

    /// <summary>
    /// A linear match of so many pieces takes about a second at most. One that scans the path again for each of them takes more than a minute, even when it
    /// scans sixteen characters at a time: it is still at work when the test gives up.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Time_grows_linearly_with_the_path(string pattern, string start, string piece, string end, bool isMatch)
    {
        var (parsed, path) = (RoutePattern.Parse(pattern), Path(start, piece, end, 1_500_000));

        var matching = Task.Factory.StartNew(
            () => parsed.Match(path) is not null, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        (await matching.Soon()).ShouldBe(isMatch);
    }

    [Fact]
    public void Optional_parameters_do_not_double_the_work()
    {
        var path = string.Concat(Enumerable.Repeat("/a", 12)) + "//";
        var (few, many) = (Optional(8), Optional(32));
        many.Match(path).ShouldBeNull();

        Allocated(many, path).ShouldBeLessThan(8 * Allocated(few, path));
    }

    [Fact]
    public void Long_paths_match_as_short_ones_do()
    {
        var megabyte = new string('a', 1 << 20);
        RoutePattern.Parse("/:id.mp4").Match($"/{megabyte}.mp4")!["id"]!.Length.ShouldBe(1 << 20);
        RoutePattern.Parse("/:id/b").Match($"/{megabyte}/c").ShouldBeNull();

        var segments = string.Concat(Enumerable.Repeat("/a", 4_000));
        RoutePattern.Parse("/a/*").Match(segments)!["*"]!.Length.ShouldBe(7_997);
        RoutePattern.Parse("/*/a").Match(segments)!["*"]!.Length.ShouldBe(7_997);
        RoutePattern.Parse(segments).Match(segments).ShouldNotBeNull();
        RoutePattern.Parse(segments).Match(segments + "/a").ShouldBeNull();
        RoutePattern.Parse(segments + "/:x?").MatchPrefix(segments + "/b/c")!["x"].ShouldBe("b");
    }

    private static string Path(string start, string piece, string end, int count) => start + string.Concat(Enumerable.Repeat(piece, count)) + end;

    private static RoutePattern Optional(int count) => RoutePattern.Parse(string.Concat(Enumerable.Range(0, count).Select(index => $"/:p{index}?")) + "/x");

    private static long Allocated(RoutePattern pattern, string path)
    {
        pattern.Match(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        pattern.Match(path);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
