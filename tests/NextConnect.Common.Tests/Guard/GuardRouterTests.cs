using NextConnect.Conformance;
using Xunit.Abstractions;

namespace NextConnect.Common.Tests;

/// <summary>The guard property of routers: what a chain holds, and in which order.</summary>
public sealed class GuardRouterTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS", "TRACE", "CONNECT", "M-SEARCH", "get", "FOO", ""];
    private static readonly string[] Pathless = ["", "*", "example.com:443", "http://example.com/", "a"];

    [Fact]
    public void Guards_stand_before_every_handler_below_them_in_the_small_model()
    {
        string[] texts = [.. GuardModel.Patterns.Select(GuardModel.Text)];
        var guards = texts.Select((text, id) => RouterEntry.Use(text, new RouterMember(id)));
        var router = TestRouter.Of([.. guards, .. texts.Select((text, id) => RouterEntry.Add("", text, new RouterMember(1000 + id)))]);
        var guardsOf = GuardModel.Patterns.Select(pattern =>
            Enumerable.Range(1, pattern.Count).Select(count => Array.IndexOf(texts, GuardModel.Text(pattern.Take(count)))).ToArray()).ToArray();

        var handlers = 0;
        foreach (var path in GuardModel.Paths(4))
        {
            var chain = router.Find("GET", path).Handlers;
            var before = chain.Where(id => id < 1000).ToHashSet();
            chain.Take(before.Count).All(id => id < 1000).ShouldBeTrue(path);
            foreach (var id in chain.Skip(before.Count))
            {
                handlers++;
                if (!guardsOf[id - 1000].All(before.Contains))
                {
                    Assert.Fail($"{texts[id - 1000]} is reached by {System.Text.Json.JsonSerializer.Serialize(path)} "
                        + $"with guards {string.Join(' ', before.Select(guard => texts[guard]))}");
                }
            }
        }
        handlers.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void Mounting_equals_writing_the_whole_pattern_in_the_small_model()
    {
        string[] paths = [.. GuardModel.Paths(3)];
        var matches = 0;
        foreach (var pattern in GuardModel.Patterns)
        {
            var whole = TestRouter.Of([RouterEntry.Add("GET", GuardModel.Text(pattern), new RouterMember(0))]);
            for (var cut = 1; cut < pattern.Count && !pattern[cut - 1].StartsWith('*') && !pattern[cut].StartsWith('*'); cut++)
            {
                RouterMember inner = new(Router: [RouterEntry.Add("GET", GuardModel.Text(pattern.Skip(cut)), new RouterMember(0))]);
                var mounted = TestRouter.Of([RouterEntry.Use(GuardModel.Text(pattern.Take(cut)), inner)]);
                foreach (var path in paths)
                {
                    var (expected, found) = (whole.Find("GET", path), mounted.Find("GET", path));
                    var isEqual = found.Handlers.Count == expected.Handlers.Count
                        && (expected.Handlers.Count == 0 || SetOf(whole.ParamsSeenLast("GET", path)).SetEquals(mounted.ParamsSeenLast("GET", path)));
                    if (!isEqual)
                        Assert.Fail($"{GuardModel.Text(pattern)} cut at {cut}, path {System.Text.Json.JsonSerializer.Serialize(path)}");
                    matches += found.Handlers.Count;
                }
            }
        }
        matches.ShouldBeGreaterThan(10_000);
    }

    private static HashSet<KeyValuePair<string, string?>> SetOf(IReadOnlyDictionary<string, string?> values) => [.. values];

    [Fact]
    public void Guard_stands_before_the_handler_however_routers_are_nested()
    {
        const int PathsPerPattern = 40;
        var run = new RandomRun(output, 50_000);
        var generator = new PatternGenerator(run.Random);
        var reached = 0;
        for (var cases = 0; cases < run.Cases; cases += PathsPerPattern)
        {
            var (basePath, inner, route) = (generator.Pattern(2, hasWildcard: false), generator.Pattern(2, hasWildcard: false), generator.Pattern(2));
            var router = TestRouter.Of(Nested(run, GuardModel.Text(basePath), GuardModel.Text(inner), GuardModel.Text(route)));
            for (var i = 0; i < PathsPerPattern; i++)
            {
                var (method, path) = (run.Random.Pick(Methods), generator.Path([.. basePath, .. inner, .. route]));
                var chain = router.Find(method, path).Handlers;
                var handler = chain.Count > 0 && chain[^1] == 9 ? 1 : 0;
                reached += handler;
                if (handler == 1 && !chain.SequenceEqual([1, 2, 3, 9]))
                {
                    Assert.Fail(
                        $"{run}\n{method} {path} of {GuardModel.Text(basePath)} {GuardModel.Text(inner)} {GuardModel.Text(route)}: "
                        + string.Join(' ', chain));
                }
            }
        }
        output.WriteLine($"{reached} reached the handler");
        reached.ShouldBeGreaterThan(run.Cases / 4);
    }

    [Fact]
    public void Guard_on_literals_agrees_with_StartsWithSegments()
    {
        var guards = GuardModel.Patterns.Where(pattern => pattern.All(segment => segment is "a" or "b")).Select(GuardModel.Text).ToArray();
        guards.Length.ShouldBe(14);
        foreach (var guard in guards.Select(RoutePattern.Parse))
        {
            var startsWithSegments = PathTests.StartsWithSegments(guard.Text);
            foreach (var path in GuardModel.Paths(4))
                (guard.MatchPrefix(path) is not null).ShouldBe(startsWithSegments(path), $"{guard} {path}");
        }
    }

    [Fact]
    public void Guard_takes_every_method()
    {
        var router = TestRouter.Of([RouterEntry.Use("/a", new RouterMember(1)), RouterEntry.Use(null, new RouterMember(2))]);

        foreach (var method in Methods)
            router.Find(method, "/a/b").Handlers.ShouldBe([1, 2], method);
    }

    [Fact]
    public void Guard_without_base_takes_every_request_that_a_handler_without_pattern_takes()
    {
        var router = TestRouter.Of([RouterEntry.Use(null, new RouterMember(1)), RouterEntry.Add("", null, new RouterMember(2))]);

        foreach (var path in Pathless.Concat(GuardModel.Paths(3)))
            router.Find("OPTIONS", path).Handlers.ShouldBe([1, 2], path);
    }

    [Fact]
    public void Request_without_a_path_matches_no_pattern_but_those_that_need_nothing()
    {
        string[] patterns = ["/a", "/:id", "/*", "/", "/:id?", "/*?"];
        foreach (var path in Pathless)
        {
            var matching = patterns.Where(pattern => RoutePattern.Parse(pattern).Match(path) is not null);
            matching.ShouldBe(path.Length == 0 ? ["/", "/:id?", "/*?"] : [], path);
        }
    }

    /// <summary>A guard before the mount, one inside, one inside the router inside; then the handler, in the last router or flat.</summary>
    private static List<RouterEntry> Nested(RandomRun run, string basePath, string inner, string route)
    {
        RouterEntry handler = RouterEntry.Add("", route, new RouterMember(9));
        RouterEntry innermost = RouterEntry.Use(inner, new RouterMember(Router: [RouterEntry.Use(run.Random.Pick([null, "/"]), new RouterMember(3)), handler]));
        return
        [
            RouterEntry.Use(run.Random.Pick([null, basePath]), new RouterMember(1)),
            RouterEntry.Use(basePath, new RouterMember(Router: [RouterEntry.Use(run.Random.Pick([null, inner]), new RouterMember(2)), innermost])),
        ];
    }
}
