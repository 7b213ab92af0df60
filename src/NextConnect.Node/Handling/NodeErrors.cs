using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Logs the errors of a request, responds to them, and aborts what can no longer be responded to.</summary>
internal static class NodeErrors
{
    /// <summary>Logs an error once and responds without its text; aborts a response that has started, so that it does not look complete.</summary>
    public static Task RespondAsync(HttpContext context, Exception error)
    {
        LogError(context, error);
        var res = context.Response;
        if (res.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        res.Clear();
        return NodeDefaultResponses.StatusAsync(res, (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError);
    }

    /// <summary>Lets a user's function respond to an error. A response that had started is aborted after it, so that it does not look complete.</summary>
    public static async Task RespondWithAsync(HttpResponse res, Func<Task> respond)
    {
        var hadStarted = res.HasStarted;
        if (!hadStarted)
            res.ContentLength = null; // the failed handler's, not the error page's
        await respond().ConfigureAwait(false);
        if (hadStarted)
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
