using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A timeout of the pipeline cancels the token that the router sees, though the client still waits for its response.</summary>
public sealed class RequestTimeoutTests
{
    public static TheoryData<string, string> Ways => new()
    {
        { "node", "mapped" },
        { "node", "used" },
        { "node", "run" },
        { "edge", "mapped" },
        { "edge", "used" },
        { "edge", "run" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_is_answered_504(string kind, string way)
    {
        await using var server = await StartAsync(app => Add(app, kind, way, hasOnError: false));

        (await server.GetAsync("/slow")).Status.ShouldBe(504);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_is_no_error_for_OnError(string kind, string way)
    {
        await using var server = await StartAsync(app => Add(app, kind, way, hasOnError: true));

        (await server.GetAsync("/slow")).Status.ShouldBe(504);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mapped")]
    [InlineData("used")]
    public async Task It_is_answered_504_also_when_several_layers_see_it(string way)
    {
        var router = new NodeRouter()
            .Use((req, res, next) =>
            {
                _ = next();
                return WaitAsync(req, res);
            })
            .Get("/slow", WaitAsync);
        await using var server = await StartAsync(app => Add(app, router, way));

        (await server.GetAsync("/slow")).Status.ShouldBe(504);
        server.Log.Errors.ShouldBeEmpty();
    }

    public static TheoryData<string> Callbacks => ["callback", "asynchronous callback"];

    [Theory]
    [MemberData(nameof(Callbacks))]
    public async Task It_is_answered_504_when_a_callback_never_ends(string kind)
    {
        var router = new NodeRouter().All(kind == "callback"
            ? ExpressWrapper.Wrap((req, res, next) => { })
            : ExpressWrapper.Wrap(async (req, res, next) => await new TaskCompletionSource().Task));
        await using var server = await StartAsync(app => Add(app, router, "mapped"));

        (await server.GetAsync("/slow")).Status.ShouldBe(504);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("node")]
    [InlineData("edge")]
    public async Task A_token_of_ones_own_middleware_reaches_it(string kind)
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                var client = context.RequestAborted;
                using var source = CancellationTokenSource.CreateLinkedTokenSource(client);
                context.RequestAborted = source.Token;
                source.CancelAfter(1);
                try
                {
                    await next(context);
                }
                catch (OperationCanceledException) when (!client.IsCancellationRequested)
                {
                    context.RequestAborted = client;
                    context.Response.StatusCode = 503;
                }
            });
            Add(app, kind, "run", hasOnError: true);
        });

        (await server.GetAsync("/slow")).Status.ShouldBe(503);
        server.Log.Errors.ShouldBeEmpty();
    }

    private static Task<LiveServer> StartAsync(Action<WebApplication> add) => LiveServer.StartAsync(
        app =>
        {
            app.UseRequestTimeouts();
            add(app);
        },
        add: services => services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(1) }));

    private static void Add(WebApplication app, string kind, string way, bool hasOnError)
    {
        if (kind == "node")
            Add(app, new NodeRouter().Get("/slow", WaitAsync), way, hasOnError ? new() { OnError = (error, req, res) => res.WriteAsync("OnError") } : null);
        else
            Add(app, EdgeResponses.RouterAsync(WaitAsync), way, hasOnError ? new() { OnError = (error, req, ctx) => throw error } : null);
    }

    private static void Add(WebApplication app, NodeRouter router, string way, NodeHandlerOptions? options = null)
    {
        if (way == "mapped")
            app.MapNextConnect("/", router, options);
        else if (way == "used")
            app.UseNextConnect(router, options);
        else
            app.Run(router.Handler(options));
    }

    private static void Add(WebApplication app, EdgeRouter router, string way, EdgeHandlerOptions? options)
    {
        if (way == "mapped")
            app.MapNextConnect("/", router, options);
        else if (way == "used")
            app.UseNextConnect(router, options);
        else
            app.Run(router.ToRequestDelegate(options));
    }

    private static Task WaitAsync(HttpRequest req, HttpResponse res) => Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted);

    private static async Task<HttpResponseMessage> WaitAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        await Task.Delay(Timeout.Infinite, ctx.Aborted);
        return EdgeResponses.Text("never");
    }
}
