using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace NextConnect;

/// <summary>Answers one <see cref="HttpListener"/> request.</summary>
internal static class ListenerExchange
{
    /// <param name="context">The request and where its answer goes.</param>
    /// <param name="endpoint">Answers.</param>
    /// <param name="stopped">Fires when the handler should come to an end.</param>
    /// <param name="cut">Fires when the answer is not waited for any more.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error is answered.")]
    public static async Task ServeAsync(HttpListenerContext context, EdgeEndpoint endpoint, CancellationToken stopped, CancellationToken cut)
    {
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        using var req = ListenerRequest.Read(context.Request);
        var ctx = new EdgeContext(null, aborted.Token)
        {
            User = context.User as System.Security.Claims.ClaimsPrincipal,
            RemoteAddress = context.Request.RemoteEndPoint?.Address,
        };
        var output = new ListenerResponse(context.Response);
        try
        {
            using var response = await endpoint(req, ctx).ConfigureAwait(false);
            await output.WriteAsync(req, response, cut).ConfigureAwait(false);
            context.Response.Close();
        }
        catch (Exception error) when (IsGone(error))
        {
            await aborted.CancelAsync().ConfigureAwait(false);
            Leave(context.Response, output);
        }
        catch (Exception error)
        {
            EdgeDefaultResponses.LogToStandardError(req, error);
            await FailAsync(context.Response, output, req).ConfigureAwait(false);
        }
        foreach (var error in await ctx.WaitForBackgroundAsync().ConfigureAwait(false))
            EdgeDefaultResponses.LogToStandardError(req, error);
    }

    /// <summary>Answers an error; a response that has started is broken off, so that it does not look complete.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The client has gone meanwhile.")]
    private static async Task FailAsync(HttpListenerResponse target, ListenerResponse output, HttpRequestMessage req)
    {
        try
        {
            if (output.HasStarted)
            {
                target.Abort();
                return;
            }
            using var response = EdgeDefaultResponses.Status(req, HttpStatusCode.InternalServerError);
            await output.WriteAsync(req, response, CancellationToken.None).ConfigureAwait(false);
            target.Close();
        }
        catch (Exception)
        {
            target.Abort();
        }
    }

    /// <summary>Ends an exchange that was stopped. Aborting alone would send headers that were not, and so an empty answer with status 200.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The client has gone.")]
    private static void Leave(HttpListenerResponse target, ListenerResponse output)
    {
        try
        {
            if (!output.HasStarted)
                target.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
        }
        catch (Exception)
        {
            // too late for a status
        }
        target.Abort();
    }

    /// <summary>Tells errors of the connection, and what an abort ends, from those of handlers.</summary>
    private static bool IsGone(Exception error) =>
        (error is HttpRequestException { InnerException: { } inner } ? inner : error) is HttpListenerException or OperationCanceledException or IOException { InnerException: System.Net.Sockets.SocketException };
}
