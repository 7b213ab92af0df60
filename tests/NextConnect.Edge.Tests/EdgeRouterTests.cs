using System.ComponentModel.Design;
using System.Net;

namespace NextConnect.Edge.Tests;

/// <summary>What only <see cref="EdgeRouter"/> does.</summary>
public sealed class EdgeRouterTests
{
    [Fact]
    public async Task Context_of_the_caller_is_passed_on_by_identity()
    {
        var ctx = new Visit(new());
        var router = new EdgeRouter()
            .Use((_, mine, next) =>
            {
                ((Visit)mine).Log.Add("middleware");
                return next();
            })
            .Get("/x", (_, mine) => mine == ctx ? new HttpResponseMessage(HttpStatusCode.Accepted) : new());
        using var req = Get("http://test/x");

        using var response = await router.Handler()(req, ctx);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        ctx.Log.ShouldBe(["middleware"]);
    }

    [Fact]
    public async Task Context_that_CreateContext_makes_reaches_layers_OnError_and_OnNoMatch()
    {
        using var req = Get("http://test/x");
        var options = new EdgeHandlerOptions
        {
            CreateContext = host => new Visit(host),
            OnNoMatch = (_, ctx) => throw new InvalidTimeZoneException(ctx.GetType().Name),
            OnError = (error, _, ctx) => Task.FromResult(new HttpResponseMessage { ReasonPhrase = $"{error.Message} {ctx.GetType().Name}" }),
        };

        using var response = await new EdgeRouter()
            .Use((_, ctx, next) => ctx is Visit ? next() : throw new InvalidTimeZoneException("host's"))
            .Handler(options)(req, new());

        response.ReasonPhrase.ShouldBe("Visit Visit");
    }

    [Fact]
    public void Derived_context_takes_over_what_the_host_has_set_and_shares_its_background_work()
    {
        using var aborted = new CancellationTokenSource();
        var host = new EdgeContext(new ServiceContainer(), aborted.Token) { PathBase = "/api", RemoteAddress = IPAddress.Loopback, User = new() };

        var ctx = new Visit(host);
        ctx.WaitUntil(Task.CompletedTask);

        ctx.Services.ShouldBe(host.Services);
        ctx.Aborted.ShouldBe(aborted.Token);
        ctx.PathBase.ShouldBe("/api");
        ctx.RemoteAddress.ShouldBe(IPAddress.Loopback);
        ctx.User.ShouldBe(host.User);
        host.HasBackground.ShouldBeTrue();
        Should.Throw<ArgumentNullException>(() => new Visit(null!));
    }

    [Fact]
    public async Task RunAsync_gives_null_when_nothing_matches()
    {
        using var req = Get("http://test/y");

        (await new EdgeRouter().Get("/x", (_, _) => new HttpResponseMessage()).RunAsync(req, new())).ShouldBeNull();
    }

    [Fact]
    public async Task Next_behind_the_last_layer_of_RunAsync_is_an_error_that_explains_it()
    {
        using var req = Get("http://test/x");

        var error = await Should.ThrowAsync<InvalidOperationException>(() => new EdgeRouter().Use((_, _, next) => next()).RunAsync(req, new()));

        error.Message.ShouldContain("last layer");
        error.Message.ShouldContain("Handler()");
    }

    [Fact]
    public async Task Params_of_an_outer_run_win_over_those_of_an_inner_one()
    {
        var inner = new EdgeRouter().Get("/:section/:id", (req, _) => Text($"{req.Params["section"]} {req.Params["id"]} {req.Params["tenant"]}"));
        var outer = new EdgeRouter().Get("/:tenant/:id", async (req, ctx) => (await inner.RunAsync(req, ctx))!);
        using var req = Get("http://test/acme/7");

        using var response = await outer.Handler()(req, new());

        (await response.Content.ReadAsStringAsync()).ShouldBe("acme 7 acme");
    }

    [Fact]
    public async Task Outer_value_of_the_same_name_is_kept_by_an_inner_run()
    {
        var inner = new EdgeRouter().Get("/:id/*", (req, _) => Text(req.Params["id"]!));
        var outer = new EdgeRouter().Get("/*/:id", async (req, ctx) => (await inner.RunAsync(req, ctx))!);
        using var req = Get("http://test/acme/7");

        using var response = await outer.Handler()(req, new());

        (await response.Content.ReadAsStringAsync()).ShouldBe("7");
    }

    [Fact]
    public async Task Cancelled_request_lets_the_cancellation_through_without_OnError()
    {
        using var source = new CancellationTokenSource();
        var calls = 0;
        var handler = new EdgeRouter().Get("/x", async (_, ctx) =>
        {
            await source.CancelAsync();
            ctx.Aborted.ThrowIfCancellationRequested();
            return new HttpResponseMessage();
        }).Handler(new()
        {
            OnError = (_, _, _) =>
            {
                calls++;
                return Task.FromResult(new HttpResponseMessage());
            },
        });
        using var req = Get("http://test/x");

        await Should.ThrowAsync<OperationCanceledException>(() => handler(req, new(null, source.Token)));

        calls.ShouldBe(0);
    }

    private static HttpRequestMessage Get(string uri) => new(HttpMethod.Get, uri);

    private static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };

    private sealed class Visit(EdgeContext host) : EdgeContext(host)
    {
        public List<string> Log { get; } = [];
    }

    [Fact]
    public async Task What_RunAsync_matched_is_gone_for_the_next_router()
    {
        using var req = new EdgeRequest("GET", new Uri("http://test/users/7")) { RouteValues = new Dictionary<string, string?> { ["tenant"] = "acme" } };
        var section = new EdgeRouter().Use("/:id", (req, _, _) => Task.FromResult(EdgeResponse.Text(req.Params["id"]!)));
        var user = new EdgeRouter().Get("/users/:id", (req, _) => EdgeResponse.Text(req.Params["id"]!));

        using var first = await section.RunAsync(req, new());
        req.Params.ShouldBe(new Dictionary<string, string?> { ["tenant"] = "acme" });
        using var second = await user.RunAsync(req, new());

        (await first!.Content.ReadAsStringAsync()).ShouldBe("users");
        (await second!.Content.ReadAsStringAsync()).ShouldBe("7");
    }

    [Fact]
    public async Task What_one_handler_matched_is_gone_for_the_next_one_but_not_for_a_body_that_is_made_later()
    {
        using var req = new EdgeRequest("GET", new Uri("http://test/users/7"));
        var first = new EdgeRouter().Get("/:id/*", (req, _) => EdgeResponse.Stream(IdLater(req))).Handler();
        var second = new EdgeRouter().Get("/users/:id", (req, _) => EdgeResponse.Text(req.Params["id"]!)).Handler();

        using var stream = await first(req, new());
        (await stream.Content.ReadAsStringAsync()).ShouldBe("users");
        using var response = await second(req, new());

        (await response.Content.ReadAsStringAsync()).ShouldBe("7");
    }

    private static async IAsyncEnumerable<string> IdLater(HttpRequestMessage req)
    {
        await Task.Yield();
        yield return req.Params["id"]!;
    }
}
