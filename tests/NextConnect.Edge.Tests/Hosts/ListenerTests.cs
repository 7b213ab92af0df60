using System.Net;
using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>What HttpListener cannot do off Windows stands here as a test, so that we learn when it can.</summary>
public sealed class ListenerStreamingTests() : HostStreamingSuite(new ListenerHost())
{
    /// <summary>A read of a chunked upload waits until the whole buffer is full or the body has ended: a client must not wait for an answer to its first part.</summary>
    public override async Task A_handler_reads_the_first_bytes_before_the_client_has_sent_the_rest()
    {
        await using var host = await StartAsync(async (req, ctx) =>
        {
            await using var body = await req.Content!.ReadAsStreamAsync(ctx.Aborted);
            var count = await body.ReadAsync(new byte[100], ctx.Aborted);
            return Text($"{count}");
        });
        using var upload = PushContent.Of((Task.CompletedTask, "first"), (Task.CompletedTask, "rest"));

        using var response = await host.Client.PostAsync(host.Client.BaseAddress, upload);

        (await response.Content.ReadAsStringAsync()).ShouldBeOneOf(OperatingSystem.IsWindows() ? ["5", "9"] : ["9"]);
    }
}

public sealed class ListenerErrorTests() : HostErrorSuite(new ListenerHost())
{
    /// <summary>Aborting a chunked answer sends its last chunk. An answer with a length is broken off.</summary>
    public override async Task Content_that_fails_after_its_first_byte_never_looks_whole(int sent, int? length)
    {
        if (length is not null || OperatingSystem.IsWindows())
        {
            await base.Content_that_fails_after_its_first_byte_never_looks_whole(sent, length);
            return;
        }
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage { Content = Failing(sent, length) });

        using var response = await host.GetAsync("/");

        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBe(sent);
    }
}

public sealed class ListenerAbortTests() : HostAbortSuite(new ListenerHost())
{
    /// <summary>The connection of a client that has gone is looked at when something is written to it, and not before.</summary>
    [Fact]
    public async Task A_client_that_has_gone_is_noticed_at_the_next_write_only()
    {
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (wasNoticed, aborted) = (new TaskCompletionSource<bool>(), new TaskCompletionSource());
        await using var host = await StartAsync(new EdgeRouter()
            .Get("/other", (req, ctx) => Text("served"))
            .Get("/", async (req, ctx) =>
            {
                ctx.Aborted.Register(aborted.SetResult);
                started.SetResult();
                await go.Task;
                wasNoticed.SetResult(ctx.Aborted.IsCancellationRequested);
                return new() { Content = PushContent.EndlessStream(new()) };
            }));
        using var cancel = new CancellationTokenSource();

        var answer = host.Client.GetAsync(host.Client.BaseAddress, cancel.Token);
        await started.Task.Soon();
        await cancel.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(() => answer.Soon());
        for (var i = 0; i < 10; i++)
            (await host.GetAsync("/other")).Dispose(); // time enough for a listener that looks
        go.SetResult();

        if (!OperatingSystem.IsWindows())
            (await wasNoticed.Task.Soon()).ShouldBeFalse();
        await aborted.Task.Soon();
    }
}

public sealed class ListenerTests
{
    [Fact]
    public async Task ListenAsync_serves_until_the_token_fires_and_tells_what_still_runs()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        var router = new EdgeRouter()
            .Get("/address", (req, ctx) => new HttpResponseMessage { Content = new StringContent($"{ctx.RemoteAddress} {ctx.PathBase}") })
            .Get("/wait", async (req, ctx) =>
            {
                started.SetResult();
                await using var _ = ctx.Aborted.Register(aborted.SetResult);
                await aborted.Task;
                throw new OperationCanceledException(ctx.Aborted);
            });
        using var stop = new CancellationTokenSource();
        var prefix = $"http://127.0.0.1:{ListenerHost.FreePort()}/";
        var listening = router.ListenAsync(prefix, stop.Token);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(prefix) };

        (await client.GetStringAsync(new Uri("/address", UriKind.Relative))).ShouldBe("127.0.0.1 ");
        var waiting = client.GetAsync(new Uri("/wait", UriKind.Relative));
        await started.Task;
        await stop.CancelAsync();

        await listening.Soon();
        await aborted.Task.Soon();
        (await StatusOrNoneAsync(waiting)).ShouldBeOneOf(HttpStatusCode.ServiceUnavailable, null); // the listener may close before the answer is out
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("/address", UriKind.Relative)));
    }

    [Fact]
    public async Task A_request_that_is_told_of_the_stop_can_still_answer()
    {
        var (started, told, end) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var router = new EdgeRouter().Get("/", async (req, ctx) =>
        {
            await using var _ = ctx.Aborted.Register(told.SetResult);
            started.SetResult();
            await end.Task;
            return new() { Content = new StringContent("ended") };
        });
        var prefix = $"http://127.0.0.1:{ListenerHost.FreePort()}/";
        await using var listener = EdgeListener.Start(router, prefix);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var answer = client.GetStringAsync(new Uri(prefix));
        await started.Task;
        var stopping = listener.DisposeAsync();
        await told.Task.Soon();
        end.SetResult();
        await stopping;

        (await answer).ShouldBe("ended");
    }

    private static async Task<HttpStatusCode?> StatusOrNoneAsync(Task<HttpResponseMessage> answer)
    {
        try
        {
            using var response = await answer;
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    [Fact]
    public void A_prefix_with_a_path_is_refused_with_what_to_write_instead() =>
        Should.Throw<ArgumentException>(() => EdgeListener.Start(new EdgeRouter(), "http://localhost:5080/api/")).Message
            .ShouldStartWith("The prefix 'http://localhost:5080/api/' has a path. Listen on 'http://localhost:5080/'");

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        var prefix = $"http://127.0.0.1:{ListenerHost.FreePort()}/";
        await using var first = EdgeListener.Start(new EdgeRouter(), prefix);

        Should.Throw<HttpListenerException>(() => EdgeListener.Start(new EdgeRouter(), prefix));
    }
}
