using System.Net;
using Microsoft.Extensions.Logging;

namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostErrorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(199)]
    [InlineData(600)]
    [InlineData(999)]
    public async Task A_status_that_is_not_final_is_answered_500_and_logged(int status)
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => new((HttpStatusCode)status)));

        (await server.GetAsync("/")).Status.ShouldBe(500);
        OnlyError(server).Message.ShouldContain($"status {status}");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(299)]
    [InlineData(418)]
    [InlineData(599)]
    public async Task A_final_status_is_sent_as_it_is(int status)
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => new((HttpStatusCode)status)));

        (await server.GetAsync("/")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task An_exception_is_logged_once_and_answered_without_a_word_of_it()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => throw new InvalidOperationException("secret")));

        var response = await server.GetAsync("/path");

        response.StatusLine.ShouldBe("HTTP/1.1 500 Internal Server Error");
        response["Content-Type"].ShouldBe(["text/plain; charset=utf-8"]);
        response.Body.ShouldBe("Internal Server Error");
        OnlyError(server).Message.ShouldBe("secret");
        server.Log.Errors.Single().Message.ShouldBe("GET /path failed.");
    }

    [Fact]
    public async Task OnError_answers_and_nothing_is_logged()
    {
        await using var server = await LiveServer.StartAsync(
            EdgeResponses.Router((req, ctx) => throw new InvalidOperationException("secret")),
            new() { OnError = (error, req, ctx) => Task.FromResult(EdgeResponses.Text(error.Message)) });

        (await server.GetAsync("/")).Body.ShouldBe("secret");
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Content_that_throws_on_its_first_read_is_answered_500_without_its_headers()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            var response = EdgeResponses.Bytes(new ScriptedStream(ScriptedStream.Throw("broken")));
            response.Headers.Add("X-Mine", "1");
            return response;
        }));

        var response = await server.GetAsync("/");

        (response.Status, response.Body, response.IsComplete).ShouldBe((500, "Internal Server Error", true));
        response["X-Mine"].ShouldBeEmpty();
        OnlyError(server).Message.ShouldBe("broken");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(100)]
    public async Task Content_that_throws_after_bytes_were_sent_never_looks_complete(int? length)
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            var response = EdgeResponses.Bytes(new ScriptedStream(ScriptedStream.Send("part"), ScriptedStream.Throw("broken")));
            response.Content.Headers.ContentLength = length;
            return response;
        }));

        (await server.GetAsync("/")).IsComplete.ShouldBeFalse();
        OnlyError(server).Message.ShouldBe("broken");
    }

    [Fact]
    public async Task A_ContentLength_that_is_too_small_is_answered_500_and_the_next_response_is_whole()
    {
        await using var server = await LiveServer.StartAsync(RouterOfLength(3));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET /length HTTP/1.1\r\nHost: test\r\n\r\nGET /after HTTP/1.1\r\nHost: test\r\n\r\n");

        var response = await client.ReadAsync();
        (response.Status, response.Body, response.IsComplete).ShouldBe((500, "Internal Server Error", true));
        (await client.ReadAsync()).Body.ShouldBe("after");
        OnlyError(server).Message.ShouldContain("Content-Length");
    }

    [Fact]
    public async Task A_ContentLength_that_is_too_large_ends_the_connection()
    {
        await using var server = await LiveServer.StartAsync(RouterOfLength(10));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET /length HTTP/1.1\r\nHost: test\r\n\r\nGET /after HTTP/1.1\r\nHost: test\r\n\r\n");

        (await client.ReadAsync()).IsComplete.ShouldBeFalse();
        (await client.ReadToEndAsync()).ShouldBe("");
        OnlyError(server).Message.ShouldContain("Content-Length");
    }

    [Fact]
    public async Task Disposed_content_is_answered_500()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            var response = EdgeResponses.Text("gone");
            response.Dispose();
            return response;
        }));

        (await server.GetAsync("/")).Status.ShouldBe(500);
        OnlyError(server).ShouldBeOfType<ObjectDisposedException>();
    }

    private static EdgeRouter RouterOfLength(int length) => new EdgeRouter()
        .Get("/length", (req, ctx) => new HttpResponseMessage { Content = new ByteArrayContent("hello"u8.ToArray()) { Headers = { ContentLength = length } } })
        .Get("/after", (req, ctx) => EdgeResponses.Text("after"));

    private static Exception OnlyError(LiveServer server)
    {
        var entry = server.Log.Errors.ShouldHaveSingleItem();
        entry.Category.ShouldBe("NextConnect");
        entry.Level.ShouldBe(LogLevel.Error);
        var error = entry.Error.ShouldNotBeNull();
        return error is HttpRequestException { InnerException: { } inner } ? inner : error;
    }
}
