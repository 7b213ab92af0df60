using System.Net;

namespace NextConnect;

/// <content>Time limits.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Fires <see cref="EdgeContext.Aborted"/> for the layers behind when they take longer than a limit, and answers 504 when they end by that. A handler
    /// that does not pass the token on is not stopped: nothing in .NET can. The sending of the response is not limited.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <param name="clock">What measures it; null for the system's.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use("/slow", EdgeMiddleware.Timeout(TimeSpan.FromSeconds(10)));</code></example>
    public static EdgeHandler Timeout(TimeSpan limit, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        return async (_, ctx, next) =>
        {
            var outer = ctx.Aborted;
            using var time = new CancellationTokenSource(limit, clock ?? TimeProvider.System);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(outer, time.Token);
            ctx.Aborted = both.Token;
            try
            {
                return await next().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (time.IsCancellationRequested && !outer.IsCancellationRequested)
            {
                return EdgeResponse.Problem(HttpStatusCode.GatewayTimeout, "The request took too long.");
            }
            finally
            {
                ctx.Aborted = outer;
            }
        };
    }
}
