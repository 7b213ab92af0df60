namespace NextConnect.Faults.Tests;

/// <summary>H42, H44: a caller of the in-memory transport gives up.</summary>
public sealed class InMemoryTests
{
    [Fact]
    public async Task A_caller_that_cancels_gets_its_exception_and_the_handler_is_told()
    {
        var (started, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var client = new HttpClient(Waiting(started, told).ToHttpMessageHandler());
        using var cancellation = new CancellationTokenSource();

        var answer = client.GetAsync(new Uri("http://test/"), cancellation.Token);
        await started.Task.Soon();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(answer.Soon());
        await told.Task.Soon();
    }

    [Fact]
    public async Task A_client_whose_time_is_over_gets_its_exception_and_the_handler_is_told()
    {
        for (var (time, hasStarted) = (TimeSpan.FromMilliseconds(50), false); !hasStarted; time *= 2) // a busy machine needs more to reach the handler
        {
            var (started, told) = (new TaskCompletionSource(), new TaskCompletionSource());
            using var client = new HttpClient(Waiting(started, told).ToHttpMessageHandler()) { Timeout = time };

            var error = await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetAsync(new Uri("http://test/")));

            error.InnerException.ShouldBeOfType<TimeoutException>();
            hasStarted = started.Task.IsCompleted;
            if (hasStarted)
                await told.Task.Soon();
        }
    }

    private static EdgeRouter Waiting(TaskCompletionSource started, TaskCompletionSource told) => EdgeResponses.RouterAsync(async (_, ctx) =>
    {
        started.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, ctx.Aborted);
        }
        finally
        {
            told.SetResult();
        }
        return EdgeResponses.Text("never");
    });
}
