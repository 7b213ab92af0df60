namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostDisposalTests
{
    [Theory]
    [InlineData("GET", null)]
    [InlineData("HEAD", null)]
    [InlineData("GET", "broken")]
    public async Task Content_response_and_request_are_disposed_after_the_last_byte(string method, string? error)
    {
        var body = new ScriptedStream(ScriptedStream.Send("ok"), error is null ? ScriptedStream.Send("") : ScriptedStream.Throw(error));
        var (response, request) = (new TrackedResponse(), new TrackedContent());
        response.Content = new StreamContent(body);
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            req.Content = request;
            return response;
        }));

        await server.SendAsync(method, "/");

        await body.Disposed.Soon();
        await response.Disposed.Task.Soon();
        await request.Disposed.Task.Soon();
    }

    [Fact]
    public async Task They_are_disposed_also_when_the_client_has_gone()
    {
        var body = new ScriptedStream(ScriptedStream.Send("first"), ScriptedStream.SendAfter(new TaskCompletionSource().Task, "never"));
        var (response, request) = (new TrackedResponse(), new TrackedContent());
        response.Content = new StreamContent(body);
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            req.Content = request;
            return response;
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        response.Disposed.Task.IsCompleted.ShouldBeFalse();
        client.Reset();

        await body.Disposed.Soon();
        await response.Disposed.Task.Soon();
        await request.Disposed.Task.Soon();
    }

    private sealed class TrackedResponse : HttpResponseMessage
    {
        public TaskCompletionSource Disposed { get; } = new();

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Disposed.TrySetResult();
        }
    }

    private sealed class TrackedContent() : ByteArrayContent([])
    {
        public TaskCompletionSource Disposed { get; } = new();

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Disposed.TrySetResult();
        }
    }
}
