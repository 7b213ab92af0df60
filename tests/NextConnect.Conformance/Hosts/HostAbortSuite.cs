namespace NextConnect.Conformance.Hosts;

/// <summary>H42 to H44: a caller that gives up, and one that reads what is not there.</summary>
public abstract class HostAbortSuite(IHostHarness harness) : HostSuite(harness)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_that_cancels_or_runs_out_of_time_is_free_at_once_and_the_handler_is_told(bool byTimeout)
    {
        var hasStarted = false;
        for (var time = TimeSpan.FromMilliseconds(200); !hasStarted; time *= 2) // a busy machine needs more to reach the handler
        {
            var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
            await using var host = await StartAsync(async (req, ctx) =>
            {
                started.SetResult();
                await using var _ = ctx.Aborted.Register(aborted.SetResult);
                await aborted.Task;
                ctx.Aborted.ThrowIfCancellationRequested();
                return Text("never");
            });
            using var cancel = new CancellationTokenSource();
            if (byTimeout)
                host.Client.Timeout = time;

            var answer = host.Client.GetAsync(host.Client.BaseAddress, cancel.Token);
            await Task.WhenAny(started.Task, answer).Soon();
            hasStarted = started.Task.IsCompleted;
            if (!byTimeout)
                await cancel.CancelAsync();

            await Should.ThrowAsync<TaskCanceledException>(() => answer.Soon());
            if (hasStarted)
                await aborted.Task.Soon();
        }
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_reaches_nobody()
    {
        var calls = 0;
        await using var host = await StartAsync((req, ctx) => Text($"{Interlocked.Increment(ref calls)}"));

        await Should.ThrowAsync<TaskCanceledException>(() => host.Client.GetAsync(host.Client.BaseAddress, new CancellationToken(canceled: true)));

        using var response = await host.GetAsync("/");
        (await response.Content.ReadAsStringAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task A_response_that_is_disposed_early_stops_content_that_ignores_its_token()
    {
        var (ended, content) = (new TaskCompletionSource(), new TaskCompletionSource<PushContent>());
        await using var host = await StartAsync((req, ctx) =>
        {
            content.SetResult(PushContent.EndlessStream(ended));
            return new HttpResponseMessage { Content = content.Task.Result };
        });

        var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        await response.Content.ReadAsStreamAsync();
        response.Dispose();

        await ended.Task.Soon();
        await (await content.Task).Disposed.Soon();
    }

    [Fact]
    public async Task A_response_that_comes_too_late_is_disposed()
    {
        var (started, go, content) = (new TaskCompletionSource(), new TaskCompletionSource(), PushContent.Of((Task.CompletedTask, "late")));
        await using var host = await StartAsync(async (req, ctx) =>
        {
            started.SetResult();
            await go.Task;
            return new() { Content = content };
        });
        using var cancel = new CancellationTokenSource();

        var answer = host.Client.GetAsync(host.Client.BaseAddress, cancel.Token);
        await started.Task.Soon();
        await cancel.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(() => answer.Soon());
        go.SetResult();

        await content.Disposed.Soon();
    }

    [Fact]
    public async Task A_body_comes_once_unless_it_is_buffered()
    {
        await using var host = await StartAsync((req, ctx) => Text("once"));

        using var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();
        (await stream.ReadAsync(new byte[2]).AsTask().Soon()).ShouldBe(2);

        (await response.Content.ReadAsStreamAsync()).ShouldBeSameAs(stream);
        await Should.ThrowAsync<InvalidOperationException>(() => response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Reading_after_Dispose_is_an_error()
    {
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage { Content = PushContent.EndlessStream(new()) });

        var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        response.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => response.Content.ReadAsStringAsync());
    }
}
