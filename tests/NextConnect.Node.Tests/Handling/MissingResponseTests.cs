using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NextConnect.Node.Tests;

/// <summary>In development, a request that ends without any response is logged with the layer that was last.</summary>
public sealed class MissingResponseTests
{
    private static readonly NodeEndpoint Nothing = (req, res) => Task.CompletedTask;

    [Fact]
    public async Task An_endpoint_that_does_not_respond_is_logged()
    {
        var log = await RunAsync(new NodeRouter().Use((req, res, next) => next()).Get("/:id", Nothing));

        var (level, message, _) = log.ShouldHaveSingleItem();
        (level, message).ShouldBe((LogLevel.Warning, "GET /x ended without a response: 'GET /:id' neither responded nor called next(). "
            + "If an empty response is meant, set its status to 204."));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Middleware_that_neither_responds_nor_continues_is_logged(bool isAsync)
    {
        var log = await RunAsync(new NodeRouter()
            .Use((req, res, next) => next())
            .Use("/x", async (req, res, next) =>
            {
                if (isAsync)
                    await Task.Yield();
            })
            .Use((error, req, res, next) => next(error))
            .Get("/x", Nothing));

        log.ShouldHaveSingleItem().Message.ShouldStartWith("GET /x ended without a response: 'use /x' neither");
    }

    public static TheoryData<string> Responses => ["status", "header", "length", "text", "text in a buffer", "started", "no match", "error", "disconnect"];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Any_response_is_one(string what)
    {
        using var exchange = new NodeExchange(environment: Environments.Development);
        NodeEndpoint respond = what switch
        {
            "status" => (req, res) => Task.FromResult(res.StatusCode = 204),
            "header" => (req, res) => Task.FromResult(res.Headers.Allow = "GET"),
            "length" => (req, res) => Task.FromResult(res.ContentLength = 0),
            "text" => (req, res) => res.SendAsync("x"),
            "text in a buffer" => (req, res) => res.Body.WriteAsync("x"u8.ToArray()).AsTask(),
            "error" => (req, res) => throw new BadHttpRequestException("no"),
            _ => (req, res) =>
            {
                if (what == "disconnect")
                    exchange.Leave();
                else
                    exchange.Start();
                return Task.CompletedTask;
            }
            ,
        };
        var router = what == "no match" ? new NodeRouter().Get("/x", (req, res, next) => next()) : new NodeRouter().Get("/x", respond);

        await router.Handler(new() { OnNoMatch = Nothing })(exchange.Context);

        exchange.Log.Where(entry => entry.Level > LogLevel.Debug).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Production")]
    [InlineData(null)]
    public async Task Nothing_is_logged_outside_development(string? environment) =>
        (await RunAsync(new NodeRouter().Get("/x", Nothing), environment)).ShouldBeEmpty();

    [Fact]
    public async Task RunAsync_leaves_it_to_its_caller()
    {
        using var exchange = new NodeExchange(environment: Environments.Development);

        await new NodeRouter().Get("/x", Nothing).RunAsync(exchange.Request, exchange.Response);

        exchange.Log.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<(LogLevel Level, string Message, Exception? Error)>> RunAsync(
        NodeRouter router, string? environment = "Development")
    {
        using var exchange = new NodeExchange(environment: environment);
        await router.Handler()(exchange.Context);
        return exchange.Log;
    }
}
