using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>R2: <c>Use</c> takes any method and matches a prefix up to a segment border; a verb matches the whole path.</summary>
public abstract class UseSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Theory]
    [InlineData("/api", true)]
    [InlineData("/api/", true)]
    [InlineData("/API/users", true)]
    [InlineData("/api/users/7", true)]
    [InlineData("/api//", true)]
    [InlineData("/apis", false)]
    [InlineData("/api-docs", false)]
    [InlineData("/api.json", false)]
    [InlineData("/v1/api", false)]
    [InlineData("/", false)]
    [InlineData("//api", false)]
    public async Task Use_with_a_base_matches_up_to_a_segment_border(string path, bool matches)
    {
        await GetAsync(NewRouter().Use("/api", Pass("api")).All(Answer("end")), path);

        Ran.ShouldBe(matches ? "api end" : "end");
    }

    [Theory]
    [InlineData("/users", true)]
    [InlineData("/users/", true)]
    [InlineData("/Users", true)]
    [InlineData("/users//", false)]
    [InlineData("/users/7", false)]
    [InlineData("/user", false)]
    [InlineData("//users", false)]
    public async Task Verb_with_a_pattern_matches_the_whole_path_and_one_trailing_slash(string path, bool matches)
    {
        var answer = await GetAsync(NewRouter().Get("/users", Answer("users")), path);

        answer.Status.ShouldBe(matches ? 200 : 404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("//x")]
    [InlineData("/a/b/c")]
    public async Task Layers_without_base_or_pattern_match_every_request(string path)
    {
        await GetAsync(NewRouter().Use(Pass("use")).Use("", Pass("empty base")).Get(Pass("get")).All(Pass("all")).Get(Answer("end")), path);

        Ran.ShouldBe("use empty base get all end");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task Use_matches_every_method(string method)
    {
        await SendAsync(NewRouter().Use(Pass("a")).Use("/x", Pass("b")).All("/x", Answer("x")), method, "/x");

        Ran.ShouldBe("a b x");
    }

    [Fact]
    public async Task Base_path_may_hold_parameters_and_a_wildcard()
    {
        await GetAsync(NewRouter().Use("/:tenant/admin", Pass("tenant")).Use("/*", Pass("any")).Get("/acme/admin/users", Answer("x")), "/acme/admin/users");

        Ran.ShouldBe("tenant any x");
    }

    [Theory]
    [InlineData("/api/users", "base x")]
    [InlineData("/web/users", "base x")]
    [InlineData("/other/users", "x")]
    public async Task Base_path_may_be_a_regular_expression(string path, string ran)
    {
        await GetAsync(NewRouter().Use(new Regex("^/(?:api|web)/"), Pass("base")).Get("/:part/users", Answer("x")), path);

        Ran.ShouldBe(ran);
    }

    [Fact]
    public async Task Leading_slash_of_a_base_or_pattern_may_be_left_out()
    {
        await GetAsync(NewRouter().Use("api", Pass("base")).Get("api/users", Answer("x")), "/api/users");

        Ran.ShouldBe("base x");
    }

    [Fact]
    public async Task Root_base_matches_every_path()
    {
        await GetAsync(NewRouter().Use("/", Pass("root")).Get("/a/b", Answer("x")), "/a/b");

        Ran.ShouldBe("root x");
    }
}
