using System.Net;
using NextConnect;

namespace Snippets;

public sealed class TestingPage
{
    [Fact]
    public async Task Edge_router_greets_by_name()
    {
        var router = new EdgeRouter().Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"));
        using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://test") };

        (await client.GetStringAsync("/hello/Ada")).ShouldBe("Hello Ada");
    }

    [Fact]
    public async Task Node_router_greets_by_name()
    {
        var router = new NodeRouter().Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));
        var context = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = "/hello/Ada" },
            Response = { Body = new MemoryStream() }, // or what the handler writes is lost
        };

        await router.Handler()(context);

        context.Response.StatusCode.ShouldBe(200);
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body);
        (await reader.ReadToEndAsync()).ShouldBe("Hello Ada");
    }

    [Fact]
    public async Task Node_router_uses_its_services()
    {
        await using var services = new ServiceCollection().AddSingleton(new Greeting("Good day")).BuildServiceProvider();
        var router = new NodeRouter().Get("/", (req, res) =>
        {
            res.Headers["X-Greeting"] = req.HttpContext.RequestServices.GetRequiredService<Greeting>().Text;
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/" }, RequestServices = services };

        await router.Handler()(context);

        context.Response.Headers["X-Greeting"].ToString().ShouldBe("Good day");
    }

    [Fact]
    public async Task Edge_router_uses_its_services()
    {
        await using var services = new ServiceCollection().AddSingleton(new Greeting("Good day")).BuildServiceProvider();
        var router = new EdgeRouter().Get("/", (req, ctx) => EdgeResponse.Text(ctx.Services!.GetRequiredService<Greeting>().Text));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");

        using var response = await router.Handler()(request, new EdgeContext(services));

        (await response.Content.ReadAsStringAsync()).ShouldBe("Good day");
    }

    [Fact]
    public async Task Errors_are_seen_by_the_test()
    {
        var router = new EdgeRouter().Get("/", (req, ctx) => throw new InvalidOperationException("A bug."));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");

        await Should.ThrowAsync<InvalidOperationException>(() => router.RunAsync(request, new EdgeContext()));
    }

    [Fact]
    public async Task Client_retries_once()
    {
        var statuses = new Queue<HttpStatusCode>([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK]);
        var recorder = new RequestRecorder();
        var server = new EdgeRouter().Get("/weather", (req, ctx) => EdgeResponse.Empty(statuses.Dequeue()));
        using var client = new HttpClient(server.ToHttpMessageHandler(recorder: recorder)) { BaseAddress = new Uri("http://weather.test") };

        await new WeatherClient(client).RefreshAsync();

        recorder.Requests.Select(request => request.Status).ShouldBe([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task Application_greets_by_name()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseNextConnect(new NodeRouter().Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}")));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        (await client.GetStringAsync("/hello/Ada")).ShouldBe("Hello Ada");
    }

    [Fact]
    public void Guard_covers_the_reports()
    {
        var router = new NodeRouter()
            .Use("/admin", (req, res, next) => next())
            .Get("/admin/reports/:id", (req, res) => res.SendAsync("report"));

        var explanation = router.Explain("GET", "/admin/reports/7");

        explanation.Outcome.ShouldBe(RequestOutcome.Route);
        explanation.Layers.Where(layer => layer.IsMatch).Select(layer => layer.Layer.Pattern).ShouldBe(["/admin", "/admin/reports/:id"]);
    }

    [Fact]
    public void Pattern_matches_one_segment()
    {
        RoutePattern.Parse("/users/:id").Match("/users/7")!["id"].ShouldBe("7");
    }

    sealed record Greeting(string Text);

    sealed class WeatherClient(HttpClient client)
    {
        public async Task RefreshAsync()
        {
            using var first = await client.GetAsync("/weather");
            if (!first.IsSuccessStatusCode)
                (await client.GetAsync("/weather")).Dispose();
        }
    }
}
