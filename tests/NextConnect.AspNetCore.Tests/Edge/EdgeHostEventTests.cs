using System.Net.ServerSentEvents;

namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostEventTests
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sourceEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task The_headers_leave_before_the_first_event()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => EdgeResponse.ServerSentEvents(Events())));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        (await client.ReadHeadAsync())["Content-Type"].ShouldBe(["text/event-stream"]);
        _go.SetResult();

        (await client.ReadChunkAsync()).ShouldBe("data: late\n\n");
        (await client.ReadChunkAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_source_that_waits_without_its_token_does_not_keep_the_request_of_a_client_that_has_gone()
    {
        var requestEnded = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            req.Content = new EndingContent(requestEnded);
            return EdgeResponse.ServerSentEvents(Events());
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        client.Reset();

        await requestEnded.Task.Soon();
        _sourceEnded.Task.IsCompleted.ShouldBeFalse();
        _go.SetResult();
        await _sourceEnded.Task.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_request_log_goes_to_ILogger_with_the_status_that_is_sent()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.RequestLog())
            .Get("/ok/:id", (req, ctx) => EdgeResponse.Text("ok"))
            .Get("/broken", (req, ctx) => throw new InvalidOperationException("broken"));
        await using var server = await LiveServer.StartAsync(router);

        foreach (var path in new[] { "/ok/7", "/broken", "/none" })
            await server.GetAsync(path);
        await server.DisposeAsync();

        server.Log.Entries.Where(entry => entry is { Category: "NextConnect", Level: Microsoft.Extensions.Logging.LogLevel.Information })
            .Select(entry => entry.Message[..entry.Message.IndexOf(" in ", StringComparison.Ordinal)])
            .ShouldBe(["GET /ok/7 (/ok/:id) responded 200", "GET /broken (/broken) responded 500", "GET /none ((null)) responded 404"]);
    }

    private async IAsyncEnumerable<SseItem<string>> Events()
    {
        try
        {
            await _go.Task;
            yield return new("late");
        }
        finally
        {
            _sourceEnded.SetResult();
        }
    }

    /// <summary>The host disposes a request last of all.</summary>
    private sealed class EndingContent(TaskCompletionSource ended) : ByteArrayContent([])
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            ended.TrySetResult();
        }
    }
}
