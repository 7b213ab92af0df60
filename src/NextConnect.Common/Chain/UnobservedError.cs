namespace NextConnect;

/// <summary>Distinguishes an unobserved error from one that a handler has caught.</summary>
internal static class UnobservedError
{
    /// <summary>
    /// Waits for the rest of a chain whose handler has ended. Returns its error when the handler neither propagated it, be it inside another one, nor can have
    /// awaited it: awaiting throws an error again, which shows in its stack trace. No trace shows that an error was only read (<see cref="Task.Exception"/>).
    /// </summary>
    /// <param name="own">The handler's own task, which has ended.</param>
    /// <param name="rest">What its <c>next</c> returned.</param>
    public static async Task<Exception?> FindAsync(Task own, Task rest)
    {
        var isLate = !rest.IsCompleted;
        await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (isLate && rest.IsCanceled)
            return new TaskCanceledException(rest);
        if (!rest.IsFaulted)
            return null;

        var error = rest.Exception.InnerExceptions[0];
        return Contains(own.Exception, error) || (!isLate && await HasBeenAwaitedAsync(rest, error).ConfigureAwait(false)) ? null : error;
    }

    private static bool Contains(Exception? outer, Exception error) => outer == error || outer switch
    {
        null => false,
        AggregateException many => many.InnerExceptions.Any(inner => Contains(inner, error)),
        _ => Contains(outer.InnerException, error),
    };

    /// <summary>
    /// Awaiting a task resets its error's stack trace to where the task ended; a trace that shrinks shows that the error was thrown before. Where the runtime
    /// keeps no stack traces, every error counts as awaited.
    /// </summary>
    private static async Task<bool> HasBeenAwaitedAsync(Task rest, Exception error)
    {
        var before = error.StackTrace ?? "";
        try
        {
            await rest.ConfigureAwait(false);
        }
        catch (Exception again)
        {
            return again.StackTrace?.StartsWith(before, StringComparison.Ordinal) != true;
        }
        return true;
    }
}
