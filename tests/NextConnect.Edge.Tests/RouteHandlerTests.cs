using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests;

/// <summary>What route handlers of Next.js do, in the spellings of their folders. The numbers are the rows of tests/coverage/nextjs.md.</summary>
public sealed class RouteHandlerTests
{
    [Theory] // E12, E31, F12, F13
    [InlineData("/api/username/eric", "eric")]
    [InlineData("/api/username/42", "42")]
    [InlineData("/api/username/a%20b", "a b")]
    [InlineData("/api/username/%C3%A9", "é")]
    public async Task Bracket_segment_takes_any_text(string path, string user)
    {
        using var response = await Users().SendAsync(Get(path));

        (await response.TextAsync()).ShouldBe($"Welcome, user: {user}");
    }

    [Fact] // E13
    public async Task Two_bracket_segments_are_two_parameters()
    {
        var router = new EdgeRouter().Get("/[tag]/[item]", (req, _) => EdgeResponse.Text($"{req.Params["tag"]} {req.Params["item"]}"));

        using var response = await router.SendAsync(Get("/shoes/7"));

        (await response.TextAsync()).ShouldBe("shoes 7");
    }

    [Theory] // E14, E15
    [InlineData("/shop/[...slug]", "/shop/1/2", "1/2")]
    [InlineData("/shop/[...slug]", "/shop/1", "1")]
    [InlineData("/shop/[[...slug]]", "/shop/1/2", "1/2")]
    [InlineData("/shop/[[...slug]]", "/shop", "absent")]
    [InlineData("/shop/[...slug]", "/shop", null)]
    public async Task Catch_all_is_one_text_and_an_optional_one_takes_the_parent_too(string pattern, string path, string? slug)
    {
        var router = new EdgeRouter().Get(pattern, (req, _) => EdgeResponse.Text(req.Params["slug"] ?? "absent"));

        using var response = await router.SendAsync(Get(path));

        response.StatusCode.ShouldBe(slug is null ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        if (slug is not null)
            (await response.TextAsync()).ShouldBe(slug);
    }

    [Fact] // E8
    public async Task Unknown_method_is_405_as_any_other()
    {
        using var response = await Users().SendAsync(Request(new HttpMethod("UNKNOWN"), "/api/username/eric"), new() { HandleMethodNotAllowed = true });

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Header("Allow").ShouldBe("GET, HEAD");
    }

    [Fact] // E24, E25, E26, F20
    public async Task Headers_of_the_request_are_read_and_copied_to_the_answer()
    {
        var router = new EdgeRouter().Post((req, _) =>
        {
            var response = EdgeResponse.Text($"{req.Content!.Headers.ContentType}");
            foreach (var (name, values) in req.Headers.NonValidated)
                response.Headers.TryAddWithoutValidation(name, values);
            return response;
        });
        var req = Post("{}", "application/json");
        req.Headers.Add("X-Trace", ["a", "b"]);

        using var response = await router.SendAsync(req);

        (await response.TextAsync()).ShouldBe("application/json");
        response.Headers.GetValues("X-Trace").ShouldBe(["a", "b"]);
    }

    [Fact] // E28, E47, F18
    public async Task Handler_runs_at_each_request()
    {
        var count = 0;
        var router = new EdgeRouter().Get("/time", (_, _) => EdgeResponse.Text($"{++count}"));

        using var first = await router.SendAsync(Get("/time"));
        using var second = await router.SendAsync(Get("/time"));

        (await first.TextAsync()).ShouldBe("1");
        (await second.TextAsync()).ShouldBe("2");
        second.Headers.CacheControl.ShouldBeNull();
    }

    [Fact] // E41
    public async Task One_route_allows_another_origin_by_its_own_headers()
    {
        var router = new EdgeRouter()
            .Get("/open", (_, _) =>
            {
                var response = EdgeResponse.Text("open");
                response.Headers.Add("Access-Control-Allow-Origin", "*");
                return response;
            })
            .Get("/closed", (_, _) => EdgeResponse.Text("closed"));

        using var open = await router.SendAsync(Get("/open", ("Origin", "https://other.example")));
        using var closed = await router.SendAsync(Get("/closed", ("Origin", "https://other.example")));

        open.Header("Access-Control-Allow-Origin").ShouldBe("*");
        closed.Header("Access-Control-Allow-Origin").ShouldBe("");
    }

    [Theory] // F14
    [InlineData("/api/username", "all users")]
    [InlineData("/api/username/eric", "Welcome, user: eric")]
    public async Task Route_and_the_one_nested_in_it_both_answer(string path, string text)
    {
        using var response = await Users().Get("/api/username", (_, _) => EdgeResponse.Text("all users")).SendAsync(Get(path));

        (await response.TextAsync()).ShouldBe(text);
    }

    [Theory] // F15, F21
    [InlineData("/account", null, null, 401)]
    [InlineData("/account", "Bearer t", null, 403)]
    [InlineData("/account", "Bearer t", "role=admin", 200)]
    [InlineData("/account?role=admin", "Bearer t", null, 200)]
    public async Task Guard_looks_at_headers_cookies_and_the_query(string path, string? authorization, string? cookie, int status)
    {
        var router = new EdgeRouter()
            .Use("/account", (req, _, next) => (req.BearerToken, req.Cookies["role"] ?? req.Query["role"]) switch
            {
                (null, _) => Task.FromResult(EdgeResponse.Problem(HttpStatusCode.Unauthorized)),
                (_, "admin") => next(),
                _ => Task.FromResult(EdgeResponse.Problem(HttpStatusCode.Forbidden)),
            })
            .Get("/account", (_, _) => EdgeResponse.Text("account"));
        var req = Get(path);
        req.Headers.TryAddWithoutValidation("Authorization", authorization);
        req.Headers.TryAddWithoutValidation("Cookie", cookie);

        using var response = await router.SendAsync(req);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory] // F16
    [InlineData("/api/auth/callback/github", null, 200, "callback/github")]
    [InlineData("/api/session", "session=s", 200, "Welcome authenticated user")]
    [InlineData("/api/session", null, 401, "Unauthorized access detected")]
    public async Task Session_route_stands_beside_the_catch_all_that_logs_in(string path, string? cookie, int status, string text)
    {
        var router = new EdgeRouter()
            .All("/api/auth/[...nextauth]", (req, _) => EdgeResponse.Text(req.Params["nextauth"]!))
            .Get("/api/session", (req, _) => req.Cookies["session"] is null
                ? EdgeResponse.Text("Unauthorized access detected", HttpStatusCode.Unauthorized)
                : EdgeResponse.Text("Welcome authenticated user"));

        using var response = await router.SendAsync(cookie is null ? Get(path) : Get(path, ("Cookie", cookie)));

        ((int)response.StatusCode).ShouldBe(status);
        (await response.TextAsync()).ShouldBe(text);
    }

    [Fact] // F17
    public async Task Fetched_JSON_is_answered_as_JSON()
    {
        using var service = new HttpClient(new EdgeRouter().Get("/users", (_, _) => EdgeResponse.Json(new { name = "Ada" })).ToHttpMessageHandler());
        var router = new EdgeRouter().Get("/api/users", async (_, ctx) =>
            EdgeResponse.Json(await service.GetFromJsonAsync<JsonElement>(new Uri("http://service.test/users"), ctx.Aborted)));

        using var response = await router.SendAsync(Get("/api/users"));

        (await response.TextAsync()).ShouldBe("""{"name":"Ada"}""");
    }

    [Fact] // F19
    public async Task Redirect_leads_to_a_route_with_a_value()
    {
        var router = Users().Get("/me", (_, _) => EdgeResponse.Redirect("/api/username/eric"));

        using var response = await router.SendAsync(Get("/me"));
        using var followed = await router.SendAsync(Get(response.Header("Location")));

        (await followed.TextAsync()).ShouldBe("Welcome, user: eric");
    }

    private static EdgeRouter Users() =>
        new EdgeRouter().Get("/api/username/[user]", (req, _) => EdgeResponse.Text($"Welcome, user: {req.Params["user"]}"));
}
