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

    [Theory]
    [InlineData("/bad", 400)]
    [InlineData("/boom", 500)]
    [InlineData("/broken-header", 500)]
    [InlineData("/slow", 504)]
    [InlineData("/decided", 403)]
    [InlineData("/none", 404)]
    [InlineData("/users/7", 405, "PATCH")]
    public async Task Error_responses_have_the_headers_and_Vary_too(string path, int status, string method = "GET")
    {
        using var allowed = await ErrorsAsync(new(), method, path, App);
        using var refused = await ErrorsAsync(new(), method, path, "https://evil.example");

        ((int)allowed.StatusCode).ShouldBe(status);
        allowed.Header("Access-Control-Allow-Origin").ShouldBe(App);
        allowed.Header("Access-Control-Expose-Headers").ShouldBe("X-Total");
        allowed.Header("Vary").ShouldBe("Origin");
        refused.Header("Access-Control-Allow-Origin").ShouldBe("");
        refused.Header("Vary").ShouldBe("Origin");
    }

    [Theory]
    [InlineData("/boom", 418)]
    [InlineData("/none", 410)]
    [InlineData("/next", 410)]
    public async Task Responses_of_OnError_and_OnNoMatch_have_them_too(string path, int status)
    {
        using var response = await ErrorsAsync(new()
        {
            OnError = (_, _, _) => Task.FromResult(EdgeResponse.Empty((HttpStatusCode)418)),
            OnNoMatch = (_, _) => Task.FromResult(EdgeResponse.Empty(HttpStatusCode.Gone)),
        }, "GET", path, App);

        ((int)response.StatusCode).ShouldBe(status);
        response.Header("Access-Control-Allow-Origin").ShouldBe(App);
        response.Header("Vary").ShouldBe("Origin");
    }

    [Fact]
    public async Task Response_that_replaces_one_that_could_not_be_sent_has_them_too()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.Cors(new() { Origins = [App] })).Get("/", (_, _) => new()
        {
            Content = new StreamContent(new FailingStream()),
        });
        using var client = new HttpClient(router.ToHttpMessageHandler());

        using var response = await client.SendAsync(Get("/", ("Origin", App)));

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Header("Access-Control-Allow-Origin").ShouldBe(App);
    }

    [Fact]
    public async Task Vary_of_the_handler_is_kept_and_not_doubled()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.Cors(new() { Origins = [App] }), EdgeMiddleware.Cors(new() { Origins = [App] })).Get("/", (_, _) =>
        {
            var response = EdgeResponse.Empty();
            response.Headers.Vary.Add("Accept");
            response.Headers.Vary.Add("origin");
            return response;
        });

        using var response = await router.SendAsync(Get("/", ("Origin", App)));
        using var req = Get("/", ("Origin", App));
        using var run = await router.RunAsync(req, new());

        response.Header("Vary").ShouldBe("Accept | origin");
        run!.Header("Vary").ShouldBe("Accept | origin");
        run!.Header("Access-Control-Allow-Origin").ShouldBe(App);
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
        Should.Throw<ArgumentException>(() => EdgeMiddleware.Cors(new() { Origins = [App], ExposedHeaders = ["X-Größe"] }));
        Should.Throw<ArgumentException>(() => EdgeMiddleware.Cors(new() { Origins = [App], AllowedHeaders = ["X-A\r\n"] }));
    }

    private static async Task<HttpResponseMessage> ErrorsAsync(EdgeHandlerOptions options, string method, string path, string origin)
    {
        var router = Api(new() { Origins = [App], ExposedHeaders = ["X-Total"] })
            .Get("/bad", (_, _) => throw new EdgeRequestException("query", "It is malformed."))
            .Get("/boom", (_, _) => throw new InvalidOperationException("boom"))
            .Get("/broken-header", (_, _) =>
            {
                var response = EdgeResponse.Empty();
                response.Headers.TryAddWithoutValidation("X-Name", "café");
                return response;
            })
            .Get("/slow", EdgeMiddleware.Timeout(TimeSpan.FromMilliseconds(1)), async (_, ctx) =>
            {
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
                return EdgeResponse.Empty();
            })
            .Get("/decided", (req, _) => throw req.Respond(EdgeResponse.Problem(HttpStatusCode.Forbidden)))
            .Get("/next", (_, _, next) => next());
        using var req = Request(new(method), path, ("Origin", origin));
        return await TestObserver.InvokeAsync(
            router, new() { OnError = options.OnError, OnNoMatch = options.OnNoMatch, HandleMethodNotAllowed = true }, req, new(),
            _ => HttpStatusCode.InternalServerError);
    }

    private static EdgeRouter Api(EdgeCorsOptions options) => new EdgeRouter()
        .Use(EdgeMiddleware.Cors(options))
        .Get("/users/:id", (req, _) => EdgeResponse.Text($"user {req.Params["id"]}"))
        .Delete("/users/:id", (_, _) => EdgeResponse.Empty());

    private static HttpRequestMessage Preflight(string path, string origin, params ReadOnlySpan<(string Name, string Value)> headers) =>
        Request(HttpMethod.Options, path, [("Origin", origin), ("Access-Control-Request-Method", "GET"), .. headers]);
}
