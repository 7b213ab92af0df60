using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Logs the errors of a request, responds to them, and aborts what can no longer be responded to.</summary>
internal static class NodeErrors
{
    /// <summary>Logs an error once and responds without its text. Aborts a response that has started and is not complete.</summary>
    public static async Task RespondAsync(HttpContext context, Exception error)
    {
        LogError(context, error);
        var res = context.Response;
        if (!res.HasStarted)
        {
            res.Clear();
            var status = (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
            await NodeDefaultResponses.StatusAsync(res, status).ConfigureAwait(false);
        }
        else if (!await CompleteResponse.TryEndAsync(res).ConfigureAwait(false))
        {
            context.Abort();
        }
    }

    /// <summary>
    /// Lets a user's function respond to an error. A response that had started is aborted after it, so that it does not look complete, unless it is.
    /// </summary>
    public static async Task RespondWithAsync(HttpResponse res, Func<Task> respond)
    {
        var isTruncated = res.HasStarted && !await CompleteResponse.TryEndAsync(res).ConfigureAwait(false);
        if (!res.HasStarted)
            res.ContentLength = null; // the failed handler's, not the error page's
        await respond().ConfigureAwait(false);
        if (isTruncated)
            res.HttpContext.Abort();
    }

    /// <summary>Logs a failure; a request that the server refuses is not an error of this process.</summary>
    public static void LogError(HttpContext context, Exception error)
    {
        var req = context.Request;
        if (error is BadHttpRequestException)
            Log.BadRequest(Log.Of(context), error, req.Method, req.Path.Value ?? "");
        else
            Log.RequestFailed(Log.Of(context), error, req.Method, req.Path.Value ?? "");
    }

    /// <summary>Logs an error of <c>next</c> to which a layer has responded without awaiting it.</summary>
    public static void LogUnawaited(HttpContext context, Exception error, string layer)
    {
        if (!Disconnect.IsCause(context, error))
            Log.ErrorNotAwaited(Log.Of(context), error, layer, context.Request.Method, context.Request.Path.Value ?? "");
    }

    /// <summary>Ends a request that was cancelled.</summary>
    /// <exception cref="OperationCanceledException">
    /// The token has fired. It may be one that a timeout around the router has put in place of the server's: that timeout responds, and the server itself knows
    /// whether the client has disconnected.
    /// </exception>
    public static void Abandon(HttpContext context)
    {
        context.RequestAborted.ThrowIfCancellationRequested();
        context.Abort(); // otherwise the server reads the rest of the failed body, and logs an error
    }

    /// <summary>Ends a request that was cancelled (see <see cref="Abandon"/>); false for any other error.</summary>
    public static async Task<bool> TryAbandonAsync(HttpContext context, Exception error)
    {
        if (!await Disconnect.IsCauseAsync(context, error).ConfigureAwait(false))
            return false;
        Abandon(context);
        return true;
    }
}
