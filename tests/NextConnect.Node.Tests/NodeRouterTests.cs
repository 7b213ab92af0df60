using Microsoft.AspNetCore.Http;

namespace NextConnect.Node.Tests;

/// <summary>What only <see cref="NodeRouter"/> does.</summary>
public sealed class NodeRouterTests
{
    [Fact]
    public async Task Next_behind_the_last_layer_of_RunAsync_completes()
    {
        using var exchange = new NodeExchange();
        var ran = false;

        await new NodeRouter().Use(async (_, _, next) =>
        {
            await next();
            ran = true;
        }).RunAsync(exchange.Request, exchange.Response);

        ran.ShouldBeTrue();
        exchange.Response.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("/a\0")]
    [InlineData("/a/../b")]
    public async Task RunAsync_refuses_a_bad_path_as_a_bad_request(string path)
    {
        using var exchange = new NodeExchange("GET", path);

        var error = await Should.ThrowAsync<BadHttpRequestException>(async () =>
            await new NodeRouter().Use((_, _, next) => next()).RunAsync(exchange.Request, exchange.Response));

        error.StatusCode.ShouldBe(400);
    }

    [Fact]
    public async Task Default_404_names_the_path_base_too()
    {
        using var exchange = new NodeExchange("GET", "/x");
        exchange.Request.PathBase = "/api";

        await new NodeRouter().Handler()(exchange.Context);

        exchange.Body.ShouldBe("Route GET /api/x not found");
    }

    [Fact]
    public async Task Request_without_services_is_answered_without_log()
    {
        using var exchange = new NodeExchange();
        exchange.Context.RequestServices = null!;

        await new NodeRouter().Get("/x", (_, _) => throw new InvalidTimeZoneException()).Handler()(exchange.Context);

        exchange.Response.StatusCode.ShouldBe(500);
    }

    [Fact]
    public async Task Null_request_or_response_is_refused()
    {
        using var exchange = new NodeExchange();

        await Should.ThrowAsync<ArgumentNullException>(async () => await new NodeRouter().RunAsync(null!, exchange.Response));
        await Should.ThrowAsync<ArgumentNullException>(async () => await new NodeRouter().RunAsync(exchange.Request, null!));
    }
}
