using System.Net.ServerSentEvents;

namespace NextConnect.Edge.Tests.Responses;

/// <summary>Streams and events whose source waits without looking at its token: the request ends with its client all the same.</summary>
public sealed class AbandonedStreamTests
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sourceEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _requestEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("stream")]
    [InlineData("events")]
    [InlineData("events with heartbeat")]
    public async Task Request_ends_with_its_client_and_the_source_as_soon_as_it_can(string kind)
    {
        var router = new EdgeRouter().Get("/", (req, _) =>
        {
            req.Content = new EndingContent(_requestEnded);
            return kind == "stream" ? EdgeResponse.Stream(Texts()) : EdgeResponse.ServerSentEvents(Events(), kind == "events" ? null : TimeSpan.FromHours(1));
        });
        using var client = new HttpClient(router.ToHttpMessageHandler());

        using (var response = await client.GetAsync(new Uri("http://test/"), HttpCompletionOption.ResponseHeadersRead))
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[5]);
        }

        await _requestEnded.Task.Soon();
        _sourceEnded.Task.IsCompleted.ShouldBeFalse();
        _go.SetResult();
        await _sourceEnded.Task.Soon();
    }

    [Fact]
    public async Task Body_that_is_read_as_a_stream_is_disposed_without_its_source()
    {
        var response = EdgeResponse.Stream(Texts());
        var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[5]);
        var reading = body.ReadAsync(new byte[5]).AsTask();

        await body.DisposeAsync().AsTask().Soon();

        _sourceEnded.Task.IsCompleted.ShouldBeFalse();
        _go.SetResult();
        await _sourceEnded.Task.Soon();
        (await reading.Soon()).ShouldBe(5);
    }

    private async IAsyncEnumerable<SseItem<string>> Events()
    {
        await foreach (var text in Texts())
            yield return new(text);
    }

    private async IAsyncEnumerable<string> Texts()
    {
        try
        {
            yield return "first";
            await _go.Task;
            yield return "later";
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
