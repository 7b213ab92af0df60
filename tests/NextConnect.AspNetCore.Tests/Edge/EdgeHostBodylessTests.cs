using System.Net;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Responses that have no body by definition: one more byte would be read as the start of the next response.</summary>
public sealed class EdgeHostBodylessTests
{
    [Theory]
    [InlineData("GET", 204)]
    [InlineData("GET", 205)]
    [InlineData("GET", 304)]
    [InlineData("HEAD", 200)]
    [InlineData("HEAD", 404)]
    public async Task No_body_is_sent_even_when_the_handler_gave_one(string method, int status)
    {
        var body = new ScriptedStream(ScriptedStream.Send("body"));
        await using var server = await LiveServer.StartAsync(new EdgeRouter()
            .Get("/after", (req, ctx) => EdgeResponses.Text("after"))
            .All((req, ctx) => new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(body) }));
        using var client = await server.ConnectAsync();

        await client.SendAsync($"{method} / HTTP/1.1\r\nHost: test\r\n\r\nGET /after HTTP/1.1\r\nHost: test\r\n\r\n");

        var response = await client.ReadAsync(isHead: method == "HEAD");
        response.Status.ShouldBe(status);
        response.Body.ShouldBe("");
        response["Transfer-Encoding"].ShouldBeEmpty();
        (await client.ReadAsync()).Body.ShouldBe("after");
        body.WasRead.ShouldBeFalse();
        await body.Disposed.Soon();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    public async Task A_text_for_204_or_205_is_dropped_with_its_length(int status)
    {
        await using var server = await LiveServer.StartAsync(
            EdgeResponses.Router((req, ctx) => new((HttpStatusCode)status) { Content = new StringContent("text") }));

        var response = await server.GetAsync("/");

        response.Status.ShouldBe(status);
        response["Content-Length"].ShouldBe(status == 204 ? [] : ["0"]);
    }

    [Fact]
    public async Task A_304_announces_a_length_only_when_the_handler_set_one()
    {
        await using var server = await LiveServer.StartAsync(new EdgeRouter()
            .Get("/plain", (req, ctx) => new HttpResponseMessage(HttpStatusCode.NotModified))
            .Get("/length", (req, ctx) => new HttpResponseMessage(HttpStatusCode.NotModified)
            {
                Content = new ByteArrayContent([]) { Headers = { ContentLength = 1234 } },
            }));

        (await server.GetAsync("/plain"))["Content-Length"].ShouldBeEmpty();
        (await server.GetAsync("/length"))["Content-Length"].ShouldBe(["1234"]);
    }

    [Fact]
    public async Task The_answer_to_HEAD_keeps_the_length_that_GET_would_have()
    {
        await using var server = await LiveServer.StartAsync(new EdgeRouter()
            .Get("/text", (req, ctx) => EdgeResponses.Text("four"))
            .Get("/stream", (req, ctx) => new HttpResponseMessage
            {
                Content = new StreamContent(new ScriptedStream()) { Headers = { ContentLength = 1_000_000_000 } },
            }));

        (await server.SendAsync("HEAD", "/text"))["Content-Length"].ShouldBe(["4"]);
        (await server.SendAsync("HEAD", "/stream"))["Content-Length"].ShouldBe(["1000000000"]);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: test\r\n\r\n", "0")]
    [InlineData("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n\r\n", "0")]
    [InlineData("GET / HTTP/1.1\r\nHost: test\r\n\r\n", "none")]
    public async Task A_request_without_body_looks_alike_whether_its_length_is_sent_or_not(string request, string seen)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router(
            (req, ctx) => EdgeResponses.Text(req.Content is { } content ? $"{content.Headers.NonValidated["Content-Length"]}" : "none")));

        (await server.SendAsync(request)).Body.ShouldBe(seen);
    }

    [Fact]
    public async Task A_response_without_content_has_length_0()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => new()));

        (await server.GetAsync("/"))["Content-Length"].ShouldBe(["0"]);
    }
}
