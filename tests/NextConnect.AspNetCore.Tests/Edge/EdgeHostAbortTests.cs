namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostAbortTests
{
    [Fact]
    public async Task Aborted_fires_when_the_client_has_gone_and_nothing_is_logged()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await LiveServer.StartAsync(EdgeResponses.RouterAsync(async (req, ctx) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
            }
            finally
            {
                aborted.SetResult();
            }
            return EdgeResponses.Text("never");
        }));

        (await server.ErrorsOfAbortAsync(started.Task, aborted.Task)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_OnError_that_an_abort_stops_is_not_logged()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var options = new EdgeHandlerOptions
        {
            OnError = async (error, req, ctx) =>
            {
                started.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, ctx.Aborted);
                }
                finally
                {
                    ended.SetResult();
                }
                return EdgeResponses.Text("never");
            },
        };
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => throw new InvalidOperationException("handled")), options);

        (await server.ErrorsOfAbortAsync(started.Task, ended.Task)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_abort_that_a_handler_and_its_forgotten_next_both_see_is_no_error()
    {
        var (started, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var handler = new EdgeRouter()
            .Use((req, ctx, next) =>
            {
                _ = next();
                started.SetResult();
                return FailWithTheClientAsync(req, ctx);
            })
            .Get("/", FailWithTheClientAsync)
            .ToRequestDelegate();
        await using var server = await LiveServer.StartAsync(async context =>
        {
            try
            {
                await handler(context);
            }
            finally
            {
                ended.SetResult();
            }
        });

        (await server.ErrorsOfAbortAsync(started.Task, ended.Task)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_goes_during_its_download_ends_the_content_and_is_no_error()
    {
        var body = new ScriptedStream(ScriptedStream.Send("first"), ScriptedStream.SendAfter(new TaskCompletionSource().Task, "never"));
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => EdgeResponses.Bytes(body)));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        client.Reset();

        await body.Disposed.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Content_that_ignores_its_token_is_stopped_when_the_client_has_gone()
    {
        var ended = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => new() { Content = new EndlessContent(ended) }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        client.Reset();

        await ended.Task.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_over_the_limit_is_answered_413_and_is_no_error_of_the_server()
    {
        var router = EdgeResponses.RouterAsync(async (req, ctx) => EdgeResponses.Text(await req.Content!.ReadAsStringAsync(ctx.Aborted)));
        await using var server = await LiveServer.StartAsync(
            app => Microsoft.AspNetCore.Builder.RunExtensions.Run(app, router.ToRequestDelegate()), limit: limits => limits.MaxRequestBodySize = 3);

        (await server.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\n\r\nbody")).Status.ShouldBe(413);
        server.Log.Errors.ShouldBeEmpty();
    }

    /// <summary>Fails as a read of the body does when the client has gone.</summary>
    private static async Task<HttpResponseMessage> FailWithTheClientAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        await Task.Delay(Timeout.Infinite, ctx.Aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new HttpRequestException("not read", new IOException("reset"));
    }

    private sealed class EndlessContent(TaskCompletionSource ended) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            try
            {
                while (true)
                {
                    await stream.WriteAsync("data: tick\n\n"u8.ToArray(), CancellationToken.None);
                    await Task.Yield();
                }
            }
            finally
            {
                ended.SetResult();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
