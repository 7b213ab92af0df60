namespace NextConnect;

/// <summary>Adapts callback middleware <c>(req, res, next(err))</c> to a <see cref="NodeHandler"/> (next-connect's <c>expressWrapper</c>).</summary>
/// <remarks>
/// The chain continues when <c>next</c> is called, after the callback itself has returned. It ends when the callback has responded: its task completed, it
/// started the response or changed the status before it returned, <c>res.SendAsync()</c> sent a response later, or <c>res.End()</c> was called; and when the
/// request is aborted. A callback that responds later in another way, such as <c>res.WriteAsync()</c>, must call <c>res.End()</c>.
/// </remarks>
public static class ExpressWrapper
{
    /// <summary>Wraps a callback.</summary>
    /// <param name="middleware">The callback; what it throws reaches <c>OnError</c>.</param>
    /// <returns>A handler for <c>Use</c> and the verbs.</returns>
    public static NodeHandler Wrap(ExpressHandler middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        return async (req, res, next) =>
        {
            var call = ExpressCall.Start(res);
            var status = res.StatusCode;
            middleware(req, res, call.Next);
            call.Return();
            if (res.HasStarted || res.StatusCode != status)
                call.End();
            await ContinueAsync(call, next).ConfigureAwait(false);
        };
    }

    /// <summary>Wraps a callback that returns a task.</summary>
    /// <param name="middleware">The callback; what it throws, before or after it called <c>next</c>, reaches <c>OnError</c>.</param>
    /// <returns>A handler for <c>Use</c> and the verbs.</returns>
    public static NodeHandler Wrap(AsyncExpressHandler middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        return async (req, res, next) =>
        {
            var call = ExpressCall.Start(res);
            var work = EndWithAsync(middleware(req, res, call.Next), call, req.HttpContext.RequestAborted);
            var both = Task.WhenAll(ContinueAsync(call, next), work);
            await both.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (both.Exception?.InnerExceptions.Distinct().ToList() is { Count: > 1 } errors)
                throw new AggregateException(errors); // awaiting both would lose the second
            await both.ConfigureAwait(false);
        };
    }

    /// <summary>Wraps a callback that handles errors.</summary>
    /// <param name="middleware">The callback; <c>next()</c> leaves error mode, <c>next(error)</c> passes an error on.</param>
    /// <returns>Error middleware for <c>Use</c>.</returns>
    public static NodeErrorMiddleware Wrap(ExpressErrorHandler middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        return (error, req, res, next) => Wrap((ExpressHandler)((req, res, next) => middleware(error, req, res, next)))(req, res, () => next());
    }

    /// <summary>Wraps a callback that handles errors and returns a task.</summary>
    /// <param name="middleware">The callback; what it throws replaces the error.</param>
    /// <returns>Error middleware for <c>Use</c>.</returns>
    public static NodeErrorMiddleware Wrap(AsyncExpressErrorHandler middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        return (error, req, res, next) => Wrap((AsyncExpressHandler)((req, res, next) => middleware(error, req, res, next)))(req, res, () => next());
    }

    private static async Task ContinueAsync(ExpressCall call, NextHandler next)
    {
        if (await call.WaitAsync().ConfigureAwait(false))
            await next().ConfigureAwait(false);
    }

    private static async Task EndWithAsync(Task work, ExpressCall call, CancellationToken aborted)
    {
        try
        {
            await work.WaitAsync(aborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested && !work.IsCompleted)
        {
            _ = IgnoreAsync(work); // the request no longer waits for the callback, so that it never hangs
            throw;
        }
        finally
        {
            call.End();
        }
    }

    private static async Task IgnoreAsync(Task work) => await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
