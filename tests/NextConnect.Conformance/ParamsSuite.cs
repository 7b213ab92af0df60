using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>R6: the parameters of all matching layers merge.</summary>
public abstract class ParamsSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public async Task Params_of_all_matching_layers_merge_and_every_layer_sees_them()
    {
        string? early = null;
        var first = Handler(call =>
        {
            early = Show(call.Params);
            return call.NextAsync();
        });

        var answer = await GetAsync(NewRouter().Use(first).Use("/:section", Pass("a")).Get("/users/:id", AnswerParams()), "/users/7");

        early.ShouldBe("id=7 section=users");
        answer.Body.ShouldBe("id=7 section=users");
    }

    [Fact]
    public async Task Later_value_of_a_name_replaces_an_earlier_one()
    {
        (await GetAsync(NewRouter().Use("/:id", Pass("a")).Get("/users/:id", AnswerParams()), "/users/7")).Body.ShouldBe("id=7");
        (await GetAsync(NewRouter().Get("/users/:id", Pass("a")).Get("/:id/*", AnswerParams()), "/users/7")).Body.ShouldBe("*=7 id=users");
    }

    [Fact]
    public async Task Inner_value_of_a_name_replaces_an_outer_one()
    {
        var router = NewRouter().Use("/orgs/:id", Pass("a")).Use("/orgs", NewRouter().Get("/:org/users/:id", AnswerParams()));

        (await GetAsync(router, "/orgs/acme/users/7")).Body.ShouldBe("id=7 org=acme");
    }

    [Theory]
    [InlineData("/:lang?/about", "/about", "lang=null")]
    [InlineData("/:lang?/about", "/de/about", "lang=de")]
    [InlineData("/files/*", "/files/a/b", "*=a/b")]
    [InlineData("/files/*?", "/files", "*=null")]
    [InlineData("/movies/:title.(mp4|mov)", "/movies/up.mov", "title=up")]
    [InlineData("/a/:x/b", "/a/%2F/b", "x=%2F")]
    [InlineData("/a/:x", "/a/b c", "x=b c")]
    [InlineData("/a/:x", "/a/ü", "x=ü")]
    public async Task Values_are_the_paths_own_text_and_null_when_absent(string pattern, string path, string shown)
    {
        (await GetAsync(NewRouter().Get(pattern, AnswerParams()), path)).Body.ShouldBe(shown);
    }

    [Fact]
    public async Task Absent_optional_replaces_an_earlier_value_by_null()
    {
        (await GetAsync(NewRouter().Use("/:id", Pass("a")).Get("/users/:id?", AnswerParams()), "/users")).Body.ShouldBe("id=null");
    }

    [Fact]
    public async Task Named_groups_of_a_regex_are_params()
    {
        var router = NewRouter().Get(new Regex(@"^/users/(?<id>[0-9]+)/?\z"), AnswerParams());

        (await GetAsync(router, "/users/7")).Body.ShouldBe("id=7");
        (await GetAsync(router, "/users/x")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Values_already_on_the_request_win()
    {
        var request = new TestRequest("GET", "/users/7") { Params = RoutePattern.Parse("/:id/:tenant").Match("/preset/acme")! };

        (await SendAsync(NewRouter().Get("/:section/:id", AnswerParams()), request)).Body.ShouldBe("id=preset section=users tenant=acme");
    }

    [Fact]
    public async Task Query_never_sets_a_param()
    {
        (await SendAsync(NewRouter().Get("/users/:id", AnswerParams()), new TestRequest("GET", "/users/7", "?id=8&x=9"))).Body.ShouldBe("id=7");
    }

    [Fact]
    public async Task Request_without_params_has_none()
    {
        (await GetAsync(NewRouter().Use("/a/:x", Pass("other")).Get("/b", AnswerParams()), "/b")).Body.ShouldBeEmpty();
    }
}
