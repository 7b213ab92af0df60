using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;

namespace NextConnect.Node.Tests;

/// <summary><c>OnError</c> that leaves an error to the router: it does not touch the response, or throws the same error again.</summary>
public sealed class DeclinedErrorTests
{
    private static readonly Exception Boom = new InvalidTimeZoneException("boom");

    public static TheoryData<string> Ways => ["does nothing", "works and does nothing", "sets an unrelated header", "throws", "throws later"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Default_response_follows_and_the_error_is_logged_once(string way)
    {
        using var exchange = await FailAsync(Boom, way switch
        {
            "does nothing" => (error, req, res) => Task.CompletedTask,
            "works and does nothing" => async (error, req, res) => await Task.Yield(),
            "sets an unrelated header" => (error, req, res) =>
            {
                res.Headers["X-Mine"] = "1";
                return Task.CompletedTask;
            }
            ,
            "throws" => (error, req, res) => throw error,
            _ => async (error, req, res) =>
            {
                await Task.Yield();
                ExceptionDispatchInfo.Throw(error);
            }
            ,
        });

        (exchange.Response.StatusCode, exchange.Body).ShouldBe((500, "Internal Server Error"));
        exchange.Errors.ShouldBe([Boom]);
    }

    [Fact]
    public async Task Default_response_to_a_bad_request_keeps_its_status()
    {
        using var exchange = await FailAsync(new BadHttpRequestException("too large", 413), (error, req, res) => Task.CompletedTask);

        (exchange.Response.StatusCode, exchange.Body).ShouldBe((413, "Payload Too Large"));
        exchange.Errors.ShouldBeEmpty();
    }

    public static TheoryData<string> Responses => ["status", "redirect", "text", "text in a buffer", "length", "status of the handler"];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Any_response_of_OnError_stands(string what)
    {
        using var exchange = await FailAsync(
            Boom,
            async (error, req, res) =>
            {
                if (what == "status")
                    res.StatusCode = 503;
                else if (what == "redirect")
                    res.Redirect("/sorry");
                else if (what == "text")
                    await res.SendAsync("sorry");
                else if (what == "text in a buffer")
                    await res.Body.WriteAsync("sorry"u8.ToArray());
                else if (what == "length")
                    res.ContentLength = 0;
            },
            what == "status of the handler" ? 503 : 200);

        exchange.Response.StatusCode.ShouldBe(what switch
        {
            "status" or "status of the handler" => 503,
            "redirect" => 302,
            _ => 200,
        });
        exchange.Body.ShouldBe(what is "text" or "text in a buffer" ? "sorry" : "");
        exchange.Errors.ShouldBeEmpty();
    }

    private static async Task<NodeExchange> FailAsync(Exception error, NodeErrorHandler onError, int status = 200)
    {
        var exchange = new NodeExchange();
        var router = new NodeRouter().Get("/x", (req, res) =>
        {
            res.StatusCode = status;
            throw error;
        });
        await router.Handler(new() { OnError = onError })(exchange.Context);
        return exchange;
    }
}
