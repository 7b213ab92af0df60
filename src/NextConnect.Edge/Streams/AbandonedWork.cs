namespace NextConnect;

/// <summary>Waits for work that should end when it is cancelled, but may not.</summary>
internal static class AbandonedWork
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Waits for work; after the cancellation only for a few seconds, in which work that observes its token comes to its end. What is left then goes on alone,
    /// and its error is lost.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="cancelled">Fires when its result is no longer needed.</param>
    /// <returns>Whether the work has ended. Its errors are thrown.</returns>
    public static async Task<bool> WaitAsync(Task work, CancellationToken cancelled)
    {
        if (!work.IsCompleted)
            await WaitOrGiveUpAsync(work, cancelled).ConfigureAwait(false);
        if (!work.IsCompleted)
        {
            _ = work.ContinueWith(
                static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return false;
        }
        await work.ConfigureAwait(false);
        return true;
    }

    private static async Task WaitOrGiveUpAsync(Task work, CancellationToken cancelled)
    {
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancelled.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), given))
            await Task.WhenAny(work, given.Task).ConfigureAwait(false);
        if (!work.IsCompleted)
            await work.WaitAsync(Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
