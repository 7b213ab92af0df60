using Microsoft.AspNetCore.TestHost;

namespace NextConnect.Benchmarks;

/// <summary>A whole request without a socket: the router as an HttpClient's transport, beside ASP.NET Core's TestServer.</summary>
internal static class MemorySuite
{
    public static void Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        using var app = builder.Build();
        app.Use((context, next) => next(context));
        app.Use((context, next) => next(context));
        app.MapGet("/user/{id}", (HttpContext context) => context.Response.WriteAsync("User: " + (string?)context.Request.RouteValues["id"]));
        app.Start();

        var router = new EdgeRouter()
            .Use((req, ctx, next) => next())
            .Use((req, ctx, next) => next())
            .Get("/user/:id", (req, ctx) => new HttpResponseMessage { Content = new StringContent("User: " + req.Params["id"]) });

        Interleaved.Header("In memory: GET /user/123 behind two middlewares, body read", "ns");
        using var theirs = new HttpMessageInvoker(app.GetTestServer().CreateHandler());
        using var ours = new HttpMessageInvoker(router.ToHttpMessageHandler());
        Compare("HttpMessageInvoker", theirs, ours);
        using var theirClient = new HttpClient(app.GetTestServer().CreateHandler());
        using var ourClient = new HttpClient(router.ToHttpMessageHandler());
        Compare("HttpClient, which may give up", theirClient, ourClient);
    }

    private static void Compare(string name, HttpMessageInvoker theirs, HttpMessageInvoker ours) =>
        Interleaved.Compare(name, new("TestServer", times => Repeat(times, theirs)), new("ToHttpMessageHandler", times => Repeat(times, ours)));

    private static void Repeat(int times, HttpMessageInvoker invoker)
    {
        for (var time = 0; time < times; time++)
            SendAsync(invoker).GetAwaiter().GetResult();
    }

    private static async Task SendAsync(HttpMessageInvoker invoker)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/user/123");
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        if (await response.Content.ReadAsStringAsync() != "User: 123")
            throw new InvalidOperationException("wrong answer");
    }
}
