using System.Net;

namespace NextConnect;

/// <content>Time limits.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Fires <see cref="EdgeContext.Aborted"/> for later layers that exceed a limit, and responds 504 when they end by that cancellation. A handler that
    /// ignores the token is not stopped: .NET cannot do that. Sending the response is not limited.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use("/slow", EdgeMiddleware.Timeout(TimeSpan.FromSeconds(10)));</code></example>
    public static EdgeHandler Timeout(TimeSpan limit, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        return async (req, ctx, next) =>
        {
            var outer = ctx.Aborted;
            using var time = new CancellationTokenSource(limit, clock ?? TimeProvider.System);
            var both = CancellationTokenSource.CreateLinkedTokenSource(outer, time.Token);
            RequestState.Of(req).Own(both); // a response that is streamed may have been given its token
            ctx.Aborted = both.Token;
            try
            {
                var response = await next().ConfigureAwait(false);
                time.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);
                return response;
            }
            catch (OperationCanceledException) when (time.IsCancellationRequested && !outer.IsCancellationRequested)
            {
                return EdgeResponse.Problem(HttpStatusCode.GatewayTimeout, "The request took too long.");
            }
            finally
            {
                ctx.Aborted = outer;
                if (req is not EdgeRequest)
                    both.Dispose(); // no host disposes the request, and with it the source
            }
        };
    }
}
