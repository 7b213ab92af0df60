using Microsoft.AspNetCore.Builder;

namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostMethodTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("get")]
    [InlineData("Post")]
    [InlineData("QUERY")]
    [InlineData("PROPFIND")]
    [InlineData("M-SEARCH")]
    public async Task A_method_keeps_its_case_and_may_be_any_token(string method)
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => EdgeResponses.Text(req.Method.Method)));

        (await server.SendAsync(method, "/")).Body.ShouldBe(method);
    }

    [Fact]
    public async Task A_GET_route_is_not_reached_by_get()
    {
        await using var server = await LiveServer.StartAsync(
            new EdgeRouter().Get("/", (req, ctx) => EdgeResponses.Text("GET")).All("/", (req, ctx) => EdgeResponses.Text($"all: {req.Method}")));

        (await server.SendAsync("GET", "/")).Body.ShouldBe("GET");
        (await server.SendAsync("get", "/")).Body.ShouldBe("all: get");
        (await server.SendAsync("Get", "/")).Body.ShouldBe("all: Get");
    }

    [Fact]
    public async Task A_wrong_method_is_answered_405_with_Allow_when_asked_for()
    {
        await using var server = await LiveServer.StartAsync(
            new EdgeRouter().Get("/", (req, ctx) => EdgeResponses.Text("")), new() { HandleMethodNotAllowed = true });

        var response = await server.SendAsync("DELETE", "/");

        response.Status.ShouldBe(405);
        response["Allow"].ShouldBe(["GET, HEAD"]);
    }

    [Fact]
    public async Task The_version_and_the_services_are_the_requests()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            IServiceProvider? services = null;
            var router = EdgeResponses.Router((req, ctx) => EdgeResponses.Text($"{req.Version} {ctx.Services == services}"));
            app.Use((context, next) =>
            {
                services = context.RequestServices;
                return next(context);
            });
            app.Run(router.ToRequestDelegate());
        });

        (await server.SendAsync("GET / HTTP/1.0\r\n\r\n")).Body.ShouldBe("1.0 True");
        (await server.GetAsync("/")).Body.ShouldBe("1.1 True");
    }
}
