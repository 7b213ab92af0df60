using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary><c>Routes</c> and <c>Explain</c>: what they say is what a request gets.</summary>
public abstract class InspectionSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public void Routes_lists_every_layer_in_order_with_its_base_path()
    {
        Table().Layers.Select(route => $"{route.Order} {route.Method ?? "-"} {route} [{string.Join(' ', route.ParamNames)}]").ShouldBe(
        [
            "0 - use []",
            "1 - use /users/:id [id]",
            "2 GET GET /users/:id/:file.(mp4|mov) [id file]",
            "3 POST POST /users/:id/*rest [id rest]",
            "4 GET GET ^/(?<year>[0-9]{4})$ [year]",
            "5 - all /all []",
        ]);
    }

    [Fact]
    public void Reading_Routes_and_Explain_does_not_freeze_the_router()
    {
        var router = NewRouter().Get("/a", Answer("a"));

        router.Layers.Count.ShouldBe(1);
        router.Explain("GET", "/a").Outcome.ShouldBe(RequestOutcome.Route);

        router.Get("/b", Answer("b")).Layers.Count.ShouldBe(2);
        router.Explain("GET", "/b").Route!.Pattern.ShouldBe("/b");
    }

    [Theory]
    [InlineData("GET", "/users/7/cat.mp4", RequestOutcome.Route, 200)]
    [InlineData("HEAD", "/users/7/cat.mp4", RequestOutcome.Route, 200)]
    [InlineData("GET", "/1999", RequestOutcome.Route, 200)]
    [InlineData("PURGE", "/all", RequestOutcome.Route, 200)]
    [InlineData("GET", "/nothing", RequestOutcome.NoMatch, 404)]
    [InlineData("DELETE", "/users/7/cat.mp4", RequestOutcome.MethodNotAllowed, 405)]
    [InlineData("OPTIONS", "/users/7/cat.mp4", RequestOutcome.Options, 204)]
    [InlineData("GET", "/a/../b", RequestOutcome.BadPath, 400)]
    public async Task The_end_is_the_one_the_request_has(string method, string path, RequestOutcome end, int status)
    {
        var options = new TestOptions { HandleMethodNotAllowed = true, HandleOptions = true };
        var explanation = Table().Explain(method, path, new() { HandleMethodNotAllowed = true, HandleOptions = true });

        var answer = await SendAsync(Table(), method, path, options);

        explanation.Outcome.ShouldBe(end);
        answer.Status.ShouldBe(status);
        string.Join(", ", explanation.Allow).ShouldBe(answer.Allow ?? "");
    }

    [Fact]
    public async Task Methods_that_come_after_layers_for_every_method_are_told()
    {
        TRouter Guarded() => NewRouter().All("*", Pass("guard")).Get("/x", Answer("x"));
        var explanation = Guarded().Explain("POST", "/x", new() { HandleMethodNotAllowed = true });

        explanation.Outcome.ShouldBe(RequestOutcome.Route);
        explanation.Summary.ShouldBe("the first route is 'all *'; if every layer calls next, 405 with Allow: GET, HEAD");
        (await SendAsync(Guarded(), "POST", "/x", new() { HandleMethodNotAllowed = true })).Allow.ShouldBe(string.Join(", ", explanation.Allow));
        Guarded().Explain("OPTIONS", "/x", new() { HandleOptions = true }).Summary
            .ShouldBe("the first route is 'all *'; if every layer calls next, 204 with Allow: GET, HEAD, OPTIONS");
        Guarded().Explain("GET", "/x", new() { HandleMethodNotAllowed = true }).Allow.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expression_that_hits_its_time_limit_ends_by_an_error()
    {
        TRouter Router() => NewRouter().Get(new Regex("^/(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1)), Answer("x"));
        var path = "/" + new string('a', 40) + "!";

        Router().Explain("GET", path).Outcome.ShouldBe(RequestOutcome.Error);
        Router().Explain("GET", path).Layers.Single().Mismatch.ShouldBe(LayerMismatch.RegexTimeout);

        (await GetAsync(Router(), path)).Status.ShouldBe(500);
    }

    [Theory]
    [InlineData("GET", "/posts/7/x.mp4", LayerMismatch.Path, "the path has 'posts' where the pattern has 'users'")]
    [InlineData("GET", "/users", LayerMismatch.Path, "the path ends before ':id'")]
    [InlineData("GET", "/users/7/x.avi", LayerMismatch.Path, "the path has 'x.avi' where the pattern has ':file.(mp4|mov)'")]
    [InlineData("GET", "/users/7/x.mp4/more", LayerMismatch.Path, "the path continues after the pattern")]
    [InlineData("POST", "/users/7/x.mp4", LayerMismatch.Method, "it is for GET")]
    [InlineData("GET", "*", LayerMismatch.Path, "the request has no path")]
    [InlineData("GET", "/a\0", LayerMismatch.BadPath, "the path is refused")]
    public void A_layer_says_why_it_does_not_match(string method, string path, LayerMismatch mismatch, string reason)
    {
        var layer = Table().Explain(method, path).Layers[2];

        layer.IsMatch.ShouldBeFalse();
        layer.Mismatch.ShouldBe(mismatch);
        layer.Reason.ShouldBe(reason);
    }

    [Fact]
    public void Behind_an_optional_segment_the_first_part_of_the_pattern_that_cannot_fit_is_named()
    {
        var layer = NewRouter().Get("/:lang?/books/:id", Answer("x")).Explain("GET", "/en/films/7").Layers.Single();

        layer.Reason.ShouldBe("nothing in the path fits 'books'");
    }

    [Fact]
    public void Text_is_a_table()
    {
        Table().Explain("GET", "/users/7/cat.mp4").ToString().ShouldBe(
            """
            GET /users/7/cat.mp4
               0  use   (every request)             matches
               1  use   /users/:id                  matches
               2  GET   /users/:id/:file.(mp4|mov)  matches
               3  POST  /users/:id/*rest            no: it is for POST
               4  GET   ^/(?<year>[0-9]{4})$        no: its regular expression does not match
               5  all   /all                        no: the path has 'users' where the pattern has 'all'
            params: id = "7", file = "cat"
            end: the first route is 'GET /users/:id/:file.(mp4|mov)'
            """);
    }

    private TRouter Table() => NewRouter()
        .Use(Pass("log"))
        .Use("/users/:id", NewRouter().Get("/:file.(mp4|mov)", Answer("file")).Post("/*rest", Answer("rest")))
        .Get(new Regex("^/(?<year>[0-9]{4})$"), Answer("year"))
        .All("/all", Answer("all"));

    [Fact]
    public void Explain_tells_when_layers_use_one_name_for_different_values()
    {
        var explanation = NewRouter().Use("/accounts/:id", Pass("guard")).Get("/accounts/:account/orders/:id", Answer("order"))
            .Explain("GET", "/accounts/victim/orders/7");

        explanation.Layers[0].OwnParams.ShouldBe(new Dictionary<string, string?> { ["id"] = "victim" });
        explanation.Layers[1].OwnParams.ShouldBeEmpty();
        explanation.ToString().ShouldBe(
            """
            GET /accounts/victim/orders/7
               0  use  /accounts/:id                  matches, with its own id = "victim"
               1  GET  /accounts/:account/orders/:id  matches
            params: id = "7", account = "victim"
            end: the first route is 'GET /accounts/:account/orders/:id'
            """);
    }

    [Fact]
    public void Explain_tells_that_a_wildcard_does_not_cover_the_path_before_it()
    {
        var explanation = NewRouter().All("/admin/*", Stop("guard")).Get("/admin", Answer("open")).Explain("GET", "/admin");

        explanation.Layers[0].Reason.ShouldBe("'*' needs at least one segment, and the path ends before it; middleware by Use covers the path itself too");
    }
}
