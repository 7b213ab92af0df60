using System.Net;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>A router in front of another handler: a partial mock of a real service.</summary>
public sealed class MemoryInnerTests
{
    [Fact]
    public async Task What_no_route_answers_goes_to_the_inner_handler_as_it_was_sent()
    {
        var mocked = new EdgeRouter().Get("/mocked/:id", (req, ctx) => Text($"mock {req.Params["id"]}"));
        using var client = Client(mocked.ToHttpMessageHandler(inner: new RealService()));
        using var body = new StringContent("payload");

        (await client.GetStringAsync(new Uri("/mocked/7", UriKind.Relative))).ShouldBe("mock 7");
        using var posted = await client.PostAsync(new Uri("/mocked/7", UriKind.Relative), body);
        (await posted.Content.ReadAsStringAsync()).ShouldBe("real POST /mocked/7 payload");
    }

    [Fact]
    public async Task Middleware_that_stands_alone_runs_before_the_inner_handler()
    {
        var router = new EdgeRouter().Use("/guarded", (req, ctx, next) => req.Headers.Contains("X-Token") ? next() : Task.FromResult(Text("refused")));
        using var client = Client(router.ToHttpMessageHandler(inner: new RealService()));

        (await client.GetStringAsync(new Uri("/guarded/x", UriKind.Relative))).ShouldBe("refused");
        (await client.GetStringAsync(new Uri("/other", UriKind.Relative))).ShouldBe("real GET /other ");
        client.DefaultRequestHeaders.Add("X-Token", "1");
        (await client.GetStringAsync(new Uri("/guarded/x", UriKind.Relative))).ShouldBe("real GET /guarded/x ");
    }

    [Fact]
    public async Task Cors_that_stands_alone_allows_the_method_that_the_inner_handler_is_asked_for()
    {
        using var client = Client(new EdgeRouter().Use(EdgeMiddleware.Cors(new() { Origins = ["http://app"] })).ToHttpMessageHandler(inner: new RealService()));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri("/things/7", UriKind.Relative))
        {
            Headers = { { "Origin", "http://app" }, { "Access-Control-Request-Method", "PUT" } },
        };

        using var response = await client.SendAsync(preflight);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Methods").ShouldHaveSingleItem().ShouldBe("PUT");
    }

    [Fact]
    public async Task A_handler_that_calls_next_at_the_end_hands_the_request_on()
    {
        var router = new EdgeRouter().Get("/maybe", async (req, ctx, next) => await next());
        using var client = Client(router.ToHttpMessageHandler(inner: new RealService()));

        (await client.GetStringAsync(new Uri("/maybe", UriKind.Relative))).ShouldBe("real GET /maybe ");
    }

    [Fact]
    public async Task A_layer_may_answer_instead_of_the_inner_handler()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) => await next() is { StatusCode: HttpStatusCode.NotFound } ? Text("mine") : Text("never"))
            .Get("/maybe", async (req, ctx, next) => await next());
        using var client = Client(router.ToHttpMessageHandler(inner: new RealService()));

        (await client.GetStringAsync(new Uri("/maybe", UriKind.Relative))).ShouldBe("mine");
    }

    [Fact]
    public async Task An_OnNoMatch_answers_before_the_inner_handler()
    {
        using var client = Client(new EdgeRouter().ToHttpMessageHandler(new() { OnNoMatch = (req, ctx) => Task.FromResult(Text("none")) }, new RealService()));

        (await client.GetStringAsync(new Uri("/x", UriKind.Relative))).ShouldBe("none");
    }

    [Fact]
    public void The_inner_handler_is_disposed_with_the_transport()
    {
        var inner = new RealService();

        new EdgeRouter().ToHttpMessageHandler(inner: inner).Dispose();

        inner.IsDisposed.ShouldBeTrue();
    }

    private static HttpClient Client(HttpMessageHandler handler) => new(handler) { BaseAddress = new Uri("http://service.test") };

    private static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };

    private sealed class RealService : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return Text($"real {request.Method} {request.RequestUri!.AbsolutePath} {body}");
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            IsDisposed = true;
        }
    }
}
