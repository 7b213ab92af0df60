using System.Text.RegularExpressions;
using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>Regular expressions as patterns.</summary>
public sealed class RoutePatternRegexTests
{
    private static readonly Regex Catastrophic = new(@"^/(a+)+\z");
    private static readonly string Attack = $"/{new string('a', 40)}!";

    [Fact]
    public void Named_groups_are_parameters_and_others_are_not()
    {
        RoutePattern pattern = new Regex(@"^/(?<kind>[a-z]+)/([0-9]+)(?<7>x)?(?<tail>/.*)?\z");

        pattern.Match("/users/12/more")!.ShouldBe(Params(("kind", "users"), ("tail", "/more")), ignoreOrder: true);
        pattern.Match("/users/12")!.ShouldBe(Params(("kind", "users"), ("tail", null)), ignoreOrder: true);
        pattern.Match("/users/x").ShouldBeNull();
        pattern.Text.ShouldBe(pattern.ToString());
    }

    [Fact]
    public void Expression_decides_alone_how_much_of_the_path_it_takes()
    {
        RoutePattern pattern = new Regex("b");
        pattern.Match("/abc").ShouldBe(RouteParams.Empty);
        pattern.MatchPrefix("/abc").ShouldBe(RouteParams.Empty);
        pattern.Match("*").ShouldBeNull();
        ((RoutePattern)new Regex(@"^\*\z")).Match("*").ShouldNotBeNull();
    }

    [Fact]
    public void Mounted_expression_sees_what_the_base_path_leaves()
    {
        var router = TestRouter.Of(
            [RouterEntry.Use("/a/:x?", new RouterMember(Router: [new RouterEntry("use", [new(1)]) { Expression = new(@"^/(?<y>b|)\z") }]))]);

        router.Find("GET", "/a").ShouldSatisfyAllConditions(
            match => match.Handlers.ShouldBe([1]),
            match => match.Params.ShouldBe(Params(("x", null), ("y", "")), ignoreOrder: true));
        router.Find("GET", "/a/b").Params.ShouldBe(Params(("x", "b"), ("y", "")), ignoreOrder: true);
        router.Find("GET", "/a/c/b").Params.ShouldBe(Params(("x", "c"), ("y", "b")), ignoreOrder: true);
        router.Find("GET", "/a/c/d").Handlers.ShouldBeEmpty();
        router.Find("GET", "a").Handlers.ShouldBeEmpty();
    }

    [Fact]
    public void Options_are_kept_when_a_time_limit_is_added() =>
        ((RoutePattern)new Regex("^/A\\z", RegexOptions.IgnoreCase)).Match("/a").ShouldNotBeNull();

    [Fact]
    public void Expression_without_time_limit_gets_one() =>
        Should.Throw<RegexMatchTimeoutException>(() => ((RoutePattern)Catastrophic).Match(Attack)).MatchTimeout.ShouldBe(TimeSpan.FromMilliseconds(50));

    [Fact]
    public void Expression_keeps_its_own_time_limit()
    {
        RoutePattern pattern = new Regex(Catastrophic.ToString(), RegexOptions.None, TimeSpan.FromMilliseconds(5));
        Should.Throw<RegexMatchTimeoutException>(() => pattern.MatchPrefix(Attack)).MatchTimeout.ShouldBe(TimeSpan.FromMilliseconds(5));
    }

    [Fact]
    public void Guard_that_times_out_fails_the_request_and_is_never_skipped()
    {
        RouterEntry guard = new("use", [new(1)]) { Expression = Catastrophic };
        var flat = TestRouter.Of([guard, RouterEntry.Add("GET", "/*", new RouterMember(2))]);
        var mounted = TestRouter.Of([RouterEntry.Use("/x", new RouterMember(Router: [guard])), RouterEntry.Add("GET", "/*", new RouterMember(2))]);

        Should.Throw<RegexMatchTimeoutException>(() => flat.Find("GET", Attack));
        Should.Throw<RegexMatchTimeoutException>(() => mounted.Find("GET", "/x" + Attack));
    }

    private static Dictionary<string, string?> Params(params (string Name, string? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);
}
