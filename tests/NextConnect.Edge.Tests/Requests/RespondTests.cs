using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Responses;

public sealed class RespondTests
{
    private static readonly EdgeHandlerOptions FailOnError =
        new() { OnError = (error, _, _) => throw new InvalidOperationException("OnError was called.", error) };

    [Fact]
    public async Task Thrown_answer_ends_the_handler_from_below_and_never_reaches_OnError()
    {
        using var response = await SendAsync((req, _) => { RequireUser(req); return Task.FromResult(EdgeResponse.Text("secret")); }, Get("/"), FailOnError);

        response.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        response.Header("Location").ShouldBe("/login");
    }

    [Fact]
    public async Task Thrown_answer_of_an_asynchronous_handler_is_the_same()
    {
        using var response = await SendAsync(async (req, _) => { await Task.Yield(); throw req.Respond(EdgeResponse.NotFound()); }, Get("/"), FailOnError);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.TextAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Catch_of_all_exceptions_inside_the_handler_does_not_replace_a_decided_answer()
    {
        var hasCaught = false;
        using var returned = await SendAsync(
            (req, _) =>
            {
                try
                {
                    RequireUser(req);
                    return Task.FromResult(EdgeResponse.Text("secret"));
                }
                catch (EdgeResponseException)
                {
                    hasCaught = true;
                    return Task.FromResult(EdgeResponse.Text("swallowed", HttpStatusCode.BadGateway));
                }
            },
            Get("/"),
            FailOnError);
        using var wrapped = await SendAsync(
            async (req, _) =>
            {
                try
                {
                    await Task.Yield();
                    RequireUser(req);
                    return EdgeResponse.Text("secret");
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException("wrapped", error);
                }
            },
            Get("/"),
            FailOnError);

        hasCaught.ShouldBeTrue();
        returned.Header("Location").ShouldBe("/login");
        wrapped.Header("Location").ShouldBe("/login");
    }

    [Fact]
    public async Task Layers_in_front_get_a_thrown_answer_from_next_like_any_other()
    {
        var router = new EdgeRouter()
            .Use(async (_, _, next) =>
            {
                var response = await next();
                response.Headers.Add("X-Seen", ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
                return response;
            })
            .Get("/", (req, _) => throw req.Respond(EdgeResponse.Redirect("/login")));

        using var response = await router.SendAsync(Get("/"), FailOnError);
        using var req = Get("/");
        using var run = await router.RunAsync(req, new());

        response.Header("X-Seen").ShouldBe("307");
        run!.Header("X-Seen").ShouldBe("307");
    }

    [Fact]
    public async Task Layer_in_front_may_replace_a_thrown_answer()
    {
        var router = new EdgeRouter()
            .Use(async (_, _, next) =>
            {
                using var response = await next();
                return EdgeResponse.Text("replaced");
            })
            .Get("/", (req, _) => throw req.Respond(EdgeResponse.NotFound()));

        using var response = await router.SendAsync(Get("/"), FailOnError);

        (await response.TextAsync()).ShouldBe("replaced");
    }

    [Fact]
    public async Task Cookies_set_before_go_with_a_thrown_answer()
    {
        using var response = await SendAsync(
            (req, _) => { req.ResponseCookies.Set("b", "1"); throw req.Respond(EdgeResponse.Redirect("/")); },
            Get("/"), FailOnError);

        response.Headers.GetValues("Set-Cookie").ShouldBe(["b=1; path=/"]);
    }

    [Fact]
    public async Task Answer_can_be_thrown_without_the_request_and_by_OnNoMatch_and_OnError()
    {
        using var plain = await SendAsync((_, _) => throw new EdgeResponseException(EdgeResponse.Text("plain")), Get("/"), FailOnError);
        using var noMatch = await new EdgeRouter().SendAsync(
            Get("/"), new() { OnNoMatch = (req, _) => throw req.Respond(EdgeResponse.Redirect("/home")), OnError = FailOnError.OnError });
        using var error = await SendAsync(
            (_, _) => throw new TimeoutException(), Get("/"), new() { OnError = (_, req, _) => throw req.Respond(EdgeResponse.Redirect("/sorry")) });

        (await plain.TextAsync()).ShouldBe("plain");
        noMatch.Header("Location").ShouldBe("/home");
        error.Header("Location").ShouldBe("/sorry");
    }

    [Fact]
    public async Task Thrown_answer_is_gone_when_the_next_router_runs_on_the_same_request()
    {
        using var req = Get("/");
        var first = new EdgeRouter().Get("/", (req, _) => throw req.Respond(EdgeResponse.NotFound()));
        var second = new EdgeRouter().Get("/", (_, _) => EdgeResponse.Text("second"));

        using var one = await first.RunAsync(req, new());
        using var two = await second.RunAsync(req, new());

        one!.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await two!.TextAsync()).ShouldBe("second");
    }

    private static void RequireUser(HttpRequestMessage req) => throw req.Respond(EdgeResponse.Redirect("/login"));

    [Fact]
    public async Task Response_of_a_handler_inside_another_is_taken_by_it_alone()
    {
        var inner = new EdgeRouter().Handler(new() { OnNoMatch = (req, _) => throw req.Respond(EdgeResponse.Text("inner")) });
        var outer = new EdgeRouter()
            .Use((req, _, next) =>
            {
                req.ResponseCookies.Set("seen", "1");
                return next();
            })
            .All(async (req, ctx) => EdgeResponse.Text($"outer of {await (await inner(req, ctx)).Content.ReadAsStringAsync()}"));
        using var req = new EdgeRequest("GET", new Uri("http://test/x"));

        using var response = await outer.Handler()(req, new());

        (await response.Content.ReadAsStringAsync()).ShouldBe("outer of inner");
    }
}
