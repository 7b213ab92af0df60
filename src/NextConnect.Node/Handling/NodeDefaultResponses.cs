using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NextConnect;

/// <summary>The default responses of a router: plain text that no browser renders as anything else.</summary>
internal static class NodeDefaultResponses
{
    /// <summary>next-connect's default, which names path and query. HEAD says GET, so that both have the same length (RFC 9110 §8.6).</summary>
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

    /// <summary>Responds with only the reason phrase of a status.</summary>
    public static Task StatusAsync(HttpResponse res, int status) => TextAsync(res, status, ReasonPhrases.GetReasonPhrase(status));

    /// <summary>Logs an error once and responds without its text; aborts a response that has started, so that it does not look complete.</summary>
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

    /// <summary>Logs a failure; a request that the server refuses is not an error of this process.</summary>
    public static void LogError(HttpContext context, Exception error)
    {
        var req = context.Request;
        if (error is BadHttpRequestException)
            Log.BadRequest(Log.Of(context), error, req.Method, req.Path.Value ?? "");
        else
            Log.RequestFailed(Log.Of(context), error, req.Method, req.Path.Value ?? "");
    }

    /// <summary>Returns whether the client has disconnected: no response is needed, and nothing failed here.</summary>
    /// <remarks>A read of the body may see a reset before the server fires the token.</remarks>
    public static bool IsDisconnect(HttpContext context, Exception error) =>
        error is ConnectionResetException || (context.RequestAborted.IsCancellationRequested && (error is OperationCanceledException or IOException));

    /// <summary>Aborts a request whose client has disconnected; false for any other error.</summary>
    public static bool TryAbandon(HttpContext context, Exception error)
    {
        if (!IsDisconnect(context, error))
            return false;
        context.Abort(); // otherwise the server reads the rest of the failed body, and logs an error
        return true;
    }

    private static Task TextAsync(HttpResponse res, int status, string text)
    {
        res.StatusCode = status;
        res.ContentType = null; // a handler may have set it for another body
        return res.SendAsync(text);
    }
}
