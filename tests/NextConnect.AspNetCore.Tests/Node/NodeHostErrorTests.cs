using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

public sealed class NodeHostErrorTests
{
    [Fact]
    public async Task An_error_before_the_start_is_answered_500_without_a_word_of_it()
    {
        await using var server = await LiveServer.StartAsync(new NodeRouter().Get("/", (req, res) =>
        {
            res.Headers["X-Mine"] = "1";
            throw new InvalidOperationException("secret");
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\nGET /next HTTP/1.1\r\nHost: test\r\n\r\n");

        var response = await client.ReadAsync();
        (response.Status, response.Body).ShouldBe((500, "Internal Server Error"));
        response["X-Mine"].ShouldBeEmpty();
        (await client.ReadAsync()).Status.ShouldBe(404);
        server.Log.Errors.ShouldHaveSingleItem().Category.ShouldBe("NextConnect");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(100L, false)]
    [InlineData(null, true)]
    [InlineData(100L, true)]
    public async Task An_error_after_the_start_never_gives_a_complete_message(long? length, bool hasOnError)
    {
        var options = new NodeHandlerOptions { OnError = hasOnError ? (error, req, res) => res.WriteAsync("sorry") : null };
        await using var server = await LiveServer.StartAsync(FailAfterStart(length), options);

        (await server.GetAsync("/")).IsComplete.ShouldBeFalse();
        server.Log.Errors.Length.ShouldBe(hasOnError ? 0 : 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_OnError_that_throws_is_logged_with_both_errors(bool hasStarted)
    {
        var router = hasStarted ? FailAfterStart(null) : new NodeRouter().Get((req, res) => throw new InvalidOperationException("first"));
        await using var server = await LiveServer.StartAsync(router, new() { OnError = (error, req, res) => throw new InvalidOperationException("second") });

        var response = await server.GetAsync("/");

        (response.Status == 500, response.IsComplete).ShouldBe((!hasStarted, !hasStarted));
        var logged = server.Log.Errors.ShouldHaveSingleItem().Error.ShouldBeOfType<AggregateException>();
        logged.InnerExceptions.Select(error => error.Message).ShouldBe(["second", "first"]);
    }

    [Theory]
    [InlineData("Content-Length: 4\r\n\r\nbody", 413)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n", 413)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\nbody\r\n0\r\n\r\n", 400)]
    public async Task A_body_that_the_server_refuses_keeps_its_status_and_is_no_error(string rest, int status)
    {
        var router = new NodeRouter().Post("/", (req, res) => req.Body.CopyToAsync(res.Body));
        await using var server = await LiveServer.StartAsync(
            app => Microsoft.AspNetCore.Builder.RunExtensions.Run(app, router.Handler()), limit: limits => limits.MaxRequestBodySize = 3);

        (await server.SendAsync($"POST / HTTP/1.1\r\nHost: test\r\n{rest}")).Status.ShouldBe(status);
        server.Log.Errors.ShouldBeEmpty();
    }

    private static NodeRouter FailAfterStart(long? length) => new NodeRouter().Get("/", async (req, res) =>
    {
        res.ContentLength = length;
        await res.WriteAsync("part");
        throw new InvalidOperationException("first");
    });
}
