using Microsoft.AspNetCore.Builder;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Headers that middleware in front of the router has set.</summary>
public sealed class PipelineHeaderTests
{
    [Theory]
    [InlineData("Content-Type", "text/html", "text/plain; charset=utf-8")]
    [InlineData("ETag", "\"1\"", "\"2\"")]
    [InlineData("Cache-Control", "public, max-age=60", "no-store")]
    [InlineData("X-Content-Type-Options", "nosniff", "nosniff")]
    [InlineData("Access-Control-Allow-Origin", "*", "https://a.example")]
    [InlineData("Content-Length", "99", "2")]
    [InlineData("X-Own", "front", "router")]
    public async Task A_header_of_the_response_replaces_that_set_in_front(string name, string front, string router)
    {
        var response = await ResponseOfAsync(name, [front], response => Set(response, name, router));

        response[name].ShouldBe([router]);
    }

    [Fact]
    public async Task Several_values_replace_several()
    {
        var response = await ResponseOfAsync("X-Own", ["1", "2", "3"], response => response.Headers.TryAddWithoutValidation("X-Own", ["4", "5"]));

        response["X-Own"].ShouldBe(["4", "5"]);
    }

    [Fact]
    public async Task A_header_that_the_response_does_not_have_stays() =>
        (await ResponseOfAsync("X-Front", ["1"], _ => { }))["X-Front"].ShouldBe(["1"]);

    [Theory]
    [InlineData("Set-Cookie", "a=1; path=/", "b=2; path=/")]
    [InlineData("Vary", "Origin", "Accept-Encoding")]
    [InlineData("Link", "</a.css>; rel=preload", "</b.css>; rel=preload")]
    [InlineData("Server-Timing", "auth;dur=1", "db;dur=2")]
    [InlineData("WWW-Authenticate", "Basic", "Bearer")]
    public async Task Values_of_a_list_are_joined(string name, string front, string router)
    {
        var response = await ResponseOfAsync(name, [front], response => Set(response, name, router));

        response[name].ShouldBe([front, router]);
    }

    [Fact]
    public async Task A_value_of_a_list_that_is_already_there_is_not_repeated()
    {
        var response = await ResponseOfAsync("Vary", ["Origin", "Accept"], response => response.Headers.TryAddWithoutValidation("Vary", ["Origin", "Cookie"]));

        response["Vary"].ShouldBe(["Origin", "Accept", "Cookie"]);
    }

    [Fact]
    public async Task Two_routers_that_allow_an_origin_send_it_once()
    {
        var cors = EdgeMiddleware.Cors(new() { Origins = ["https://a.example"] });
        var first = new EdgeRouter().Use(cors).Get("/", (_, _, next) => next());
        var second = new EdgeRouter().Use(cors).Get("/", (_, _) => EdgeResponses.Text("second"));
        await using var server = await LiveServer.StartAsync(app => app.UseNextConnect(first).UseNextConnect(second));

        var response = await server.SendAsync("GET / HTTP/1.1\r\nHost: test\r\nOrigin: https://a.example\r\n\r\n");

        response.Body.ShouldBe("second");
        response["Access-Control-Allow-Origin"].ShouldBe(["https://a.example"]);
        response["Vary"].ShouldBe(["Origin"]);
    }

    private static void Set(HttpResponseMessage response, string name, string value)
    {
        if (response.Headers.TryAddWithoutValidation(name, value))
            return;
        response.Content.Headers.Remove(name);
        response.Content.Headers.TryAddWithoutValidation(name, value);
    }

    private static async Task<RawResponse> ResponseOfAsync(string name, string[] front, Action<HttpResponseMessage> change)
    {
        var router = EdgeResponses.Router((_, _) =>
        {
            var response = EdgeResponses.Text("ok");
            change(response);
            return response;
        });
        await using var server = await LiveServer.StartAsync(app => app
            .Use(next => context =>
            {
                context.Response.Headers[name] = front;
                return next(context);
            })
            .UseNextConnect(router));
        return await server.GetAsync("/");
    }
}
