using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>
/// Tells an error from the end of a request: the client has disconnected, or a timeout of the pipeline has cancelled it. Then the router's response is not
/// needed, and nothing failed here.
/// </summary>
internal static class Disconnect
{
    /// <summary>How long a server may take to fire its token after a read has failed. It takes this long only when the client has not disconnected.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private const int IOErrorWithoutCode = unchecked((int)0x80131620); // COR_E_IO

    /// <summary>Returns whether an error only means that the request has ended, as far as the server has reported.</summary>
    public static bool IsCause(HttpContext context, Exception error) => error switch
    {
        ConnectionResetException or ConnectionAbortedException => true,
        AggregateException { InnerExceptions: { Count: > 0 } errors } => errors.All(inner => IsCause(context, inner)), // of a layer and what it did not await
        OperationCanceledException or IOException => context.RequestAborted.IsCancellationRequested,
        _ => IsBrokenSocket(error) && context.RequestAborted.IsCancellationRequested,
    };

    /// <summary>Returns the same, and first waits for the server when the error may be its first sign.</summary>
    public static async ValueTask<bool> IsCauseAsync(HttpContext context, Exception error)
    {
        await WaitAsync(context, error).ConfigureAwait(false);
        return IsCause(context, error);
    }

    /// <summary>Waits a moment for the token when an error may come from a connection that the client has ended: a read may notice it first.</summary>
    public static async ValueTask WaitAsync(HttpContext context, Exception error)
    {
        var aborted = context.RequestAborted;
        if (!aborted.CanBeCanceled || aborted.IsCancellationRequested || !MayBeFirstSign(context, error) || context.Features.Get<Waited>() is not null)
            return;
        context.Features.Set(Waited.Instance);
        await Task.Delay(Moment, aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool MayBeFirstSign(HttpContext context, Exception error) => error is AggregateException { InnerExceptions: var errors }
        ? errors.Any(inner => MayBeFirstSign(context, inner))
        : IsBrokenBody(context, error) || IsBrokenSocket(error);

    /// <summary>
    /// Returns whether a read of the body may have failed so: an error without a type or a code of its own (those of files have one), or a body that ends too
    /// early (400).
    /// </summary>
    private static bool IsBrokenBody(HttpContext context, Exception error) =>
        ((error.GetType() == typeof(IOException) && error.HResult == IOErrorWithoutCode)
            || error is BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest })
        && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false;

    private static bool IsBrokenSocket(Exception error) => error is WebSocketException { WebSocketErrorCode: WebSocketError.ConnectionClosedPrematurely };

    /// <summary>Marks a request for which the server has had its moment: several layers may see one error.</summary>
    private sealed class Waited
    {
        public static readonly Waited Instance = new();
    }
}
