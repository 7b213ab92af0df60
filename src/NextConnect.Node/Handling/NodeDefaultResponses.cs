using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NextConnect;

/// <summary>The responses a router gives by itself: plain text that a browser does not take for anything else.</summary>
internal static class NodeDefaultResponses
{
    /// <summary>next-connect's default, which names path and query. HEAD names GET, so that its length is that of GET (RFC 9110 §8.6).</summary>
    public static Task NotFoundAsync(HttpRequest req, HttpResponse res)
    {
        var method = HttpMethods.IsHead(req.Method) ? HttpMethods.Get : req.Method;
        return TextAsync(res, StatusCodes.Status404NotFound, $"Route {method} {req.PathBase}{req.Path}{req.QueryString} not found");
    }

    public static Task AllowAsync(HttpResponse res, AutomaticResponse response)
    {
        res.Headers.Allow = response.Allow;
        if (!response.IsOptions)
            return StatusAsync(res, StatusCodes.Status405MethodNotAllowed);
        res.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Responds with nothing but the name of a status.</summary>
    public static Task StatusAsync(HttpResponse res, int status) => TextAsync(res, status, ReasonPhrases.GetReasonPhrase(status));

    /// <summary>
    /// Logs an error once and responds without any of its text; a response that has started is aborted, so that it does not look complete.
    /// </summary>
    public static Task ErrorAsync(HttpContext context, Exception error)
    {
        LogError(context, error);
        var res = context.Response;
        if (res.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        res.Clear();
        return StatusAsync(res, (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError);
    }

    /// <summary>Logs a failure; a request that the server refuses is no error of this process.</summary>
    public static void LogError(HttpContext context, Exception error)
    {
        var req = context.Request;
        if (error is BadHttpRequestException)
            Log.BadRequest(Log.Of(context), error, req.Method, req.Path.Value ?? "");
        else
            Log.RequestFailed(Log.Of(context), error, req.Method, req.Path.Value ?? "");
    }

    /// <summary>Tells whether the client has disconnected: no response is needed, and nothing went wrong here.</summary>
    /// <remarks>A reset may be seen by a read of the body before the server has fired the token.</remarks>
    public static bool IsDisconnect(HttpContext context, Exception error) =>
        error is ConnectionResetException || (context.RequestAborted.IsCancellationRequested && (error is OperationCanceledException or IOException));

    /// <summary>Ends a request whose client has disconnected; false when the error is another one.</summary>
    public static bool TryAbandon(HttpContext context, Exception error)
    {
        if (!IsDisconnect(context, error))
            return false;
        context.Abort(); // or the server would read on in a body whose read has failed, and log that as an error
        return true;
    }

    private static Task TextAsync(HttpResponse res, int status, string text)
    {
        res.StatusCode = status;
        res.ContentType = null; // what a handler has set for another body
        return res.SendAsync(text);
    }
}
