namespace NextConnect.Conformance;

/// <summary><c>req.Route</c>: the pattern that names a request, in telemetry too.</summary>
public abstract class RouteSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Theory]
    [InlineData("/users/7", "/users/:id")]
    [InlineData("/users/7/edit", "/users/:id/edit")]
    [InlineData("/api/v1/items/3", "/api/:version/items/:item")]
    [InlineData("/files/a/b", "/files/*")]
    [InlineData("/users/none", "/users/:id")]
    [InlineData("/other", "none")]
    public async Task Route_is_the_pattern_of_the_first_route_that_has_one(string path, string expected)
    {
        var sub = NewRouter().Get("items/:item", AnswerRoute());
        var router = NewRouter()
            .Use("/users", Handler(call => call.NextAsync()))
            .All(Handler(call => call.NextAsync()))
            .Get("users/:id", AnswerRoute())
            .Get("/users/none", AnswerRoute())
            .Get("/users/:id/edit", AnswerRoute())
            .Get("/files/*", AnswerRoute())
            .Use("/api/:version", sub)
            .All(AnswerRoute());

        (await GetAsync(router, path)).Body.ShouldBe(expected);
    }

    [Fact]
    public async Task Middleware_reads_it_before_next()
    {
        var router = NewRouter().Use(Handler(call =>
        {
            Log(call.Route ?? "none");
            return call.NextAsync();
        })).Get("/users/:id", Answer("x"));

        await GetAsync(router, "/users/7");

        Ran.ShouldBe("/users/:id x");
    }

    private TEndpoint AnswerRoute() => Endpoint(call => call.WriteAsync(call.Route ?? "none"));
}
