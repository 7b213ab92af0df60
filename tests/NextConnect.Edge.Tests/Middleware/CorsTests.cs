using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Middleware;

public sealed class CorsTests
{
    private const string App = "https://app.example.com";

    [Fact]
    public async Task Preflight_is_answered_from_the_route_table_though_only_the_middleware_matches()
    {
        using var response = await Api(new() { Origins = [App], AllowCredentials = true, MaxAge = TimeSpan.FromMinutes(10) })
            .SendAsync(Preflight("/users/7", App, ("Access-Control-Request-Headers", "content-type, x-token")));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Header("Access-Control-Allow-Origin").ShouldBe(App);
        response.Header("Access-Control-Allow-Methods").ShouldBe("DELETE, GET, HEAD");
        response.Header("Access-Control-Allow-Headers").ShouldBe("content-type, x-token");
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        response.Header("Access-Control-Max-Age").ShouldBe("600");
        response.Header("Vary").ShouldBe("Origin | Access-Control-Request-Method | Access-Control-Request-Headers");
    }

    [Fact]
    public async Task Preflight_works_across_mounted_routers_and_before_guards()
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Cors(new() { Origins = [App] }))
            .Use((_, _, _) => Task.FromResult(EdgeResponse.Empty(HttpStatusCode.Unauthorized)))
            .Use("/api", new EdgeRouter().Put("/things/:id", (_, _) => EdgeResponse.Empty()));

        using var response = await router.SendAsync(Preflight("/api/things/1", App));

        response.Header("Access-Control-Allow-Methods").ShouldBe("PUT");
    }

    [Fact]
    public async Task Preflight_reports_the_methods_also_when_a_route_takes_OPTIONS()
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Cors(new() { Origins = [App] }))
            .Options("/a", (_, _) => EdgeResponse.Text("own"))
            .Post("/a", (_, _) => EdgeResponse.Empty());

        using var response = await router.SendAsync(Preflight("/a", App));
        using var plain = await router.SendAsync(Request(HttpMethod.Options, "/a"));

        response.Header("Access-Control-Allow-Methods").ShouldBe("OPTIONS, POST");
        (await plain.TextAsync()).ShouldBe("own");
    }

    [Fact]
    public async Task Route_for_every_method_allows_the_one_that_is_asked_for()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.Cors(new() { Origins = [App] })).All("/any", (_, _) => EdgeResponse.Empty());

        using var response = await router.SendAsync(Preflight("/any", App));
        using var req = Preflight("/any", App);
        using var run = await router.RunAsync(req, new());

        response.Header("Access-Control-Allow-Methods").ShouldBe("GET");
        run!.Header("Access-Control-Allow-Methods").ShouldBe("GET");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("HTTPS://APP.EXAMPLE.COM")]
    public async Task Other_origin_gets_no_permission_and_caches_are_told(string origin)
    {
        var router = Api(new() { Origins = [App] });
        using var preflight = await router.SendAsync(Preflight("/users/7", origin));
        using var answer = await router.SendAsync(Get("/users/7", ("Origin", origin)));

        foreach (var response in new[] { preflight, answer })
        {
            response.Headers.ShouldNotContain(header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
            response.Header("Vary").ShouldStartWith("Origin");
        }
        (await answer.TextAsync()).ShouldBe("user 7");
    }

    [Fact]
    public async Task Answer_to_an_allowed_origin_may_be_read_and_one_without_origin_still_varies()
    {
        var router = Api(new() { Origins = [App], ExposedHeaders = ["X-Total"] });
        using var allowed = await router.SendAsync(Get("/users/7", ("Origin", App)));
        using var same = await router.SendAsync(Get("/users/7"));

        allowed.Header("Access-Control-Allow-Origin").ShouldBe(App);
        allowed.Header("Access-Control-Expose-Headers").ShouldBe("X-Total");
        same.Header("Access-Control-Allow-Origin").ShouldBe("");
        same.Header("Vary").ShouldBe("Origin");
    }

    [Fact]
    public async Task All_origins_get_a_star_and_need_no_Vary()
    {
        using var response = await Api(new() { Origins = ["*"], AllowedHeaders = ["X-A"] }).SendAsync(Get("/users/7", ("Origin", "https://any.example")));

        response.Header("Access-Control-Allow-Origin").ShouldBe("*");
        response.Headers.Contains("Vary").ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_named_headers_are_allowed()
    {
        using var response = await Api(new() { Origins = [App], AllowedHeaders = ["X-A", "X-B"] })
            .SendAsync(Preflight("/users/7", App, ("Access-Control-Request-Headers", "x-c")));

        response.Header("Access-Control-Allow-Headers").ShouldBe("X-A, X-B");
    }

    [Fact]
    public async Task Path_without_routes_stays_a_404_and_plain_OPTIONS_stays_as_configured()
    {
        var router = Api(new() { Origins = [App] });
        using var nothing = await router.SendAsync(Preflight("/nothing", App));
        using var off = await router.SendAsync(Request(HttpMethod.Options, "/users/7"));
        using var on = await router.SendAsync(Request(HttpMethod.Options, "/users/7"), new() { HandleOptions = true });

        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        off.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        on.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        on.Header("Allow").ShouldBe("DELETE, GET, HEAD, OPTIONS");
    }

    [Fact]
    public void Star_with_credentials_or_others_and_what_is_no_origin_are_refused()
    {
        Should.Throw<ArgumentException>(() => EdgeMiddleware.Cors(new() { Origins = ["*"], AllowCredentials = true }));
        Should.Throw<ArgumentException>(() => EdgeMiddleware.Cors(new() { Origins = ["*", App] }));
        Should.Throw<ArgumentException>(() => EdgeMiddleware.Cors(new() { Origins = [App + "/"] }));
        Should.Throw<ArgumentException>(() => EdgeMiddleware.Cors(new() { Origins = ["app.example.com"] }));
    }

    private static EdgeRouter Api(EdgeCorsOptions options) => new EdgeRouter()
        .Use(EdgeMiddleware.Cors(options))
        .Get("/users/:id", (req, _) => EdgeResponse.Text($"user {req.Params["id"]}"))
        .Delete("/users/:id", (_, _) => EdgeResponse.Empty());

    private static HttpRequestMessage Preflight(string path, string origin, params ReadOnlySpan<(string Name, string Value)> headers) =>
        Request(HttpMethod.Options, path, [("Origin", origin), ("Access-Control-Request-Method", "GET"), .. headers]);
}
