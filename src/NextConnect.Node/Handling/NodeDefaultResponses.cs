using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NextConnect;

/// <summary>The answers a router gives by itself: plain text that a browser will not take for anything else.</summary>
internal static class NodeDefaultResponses
{
    /// <summary>next-connect's default, which names path and query.</summary>
    public static Task NotFound(HttpRequest req, HttpResponse res) =>
        TextAsync(req, res, StatusCodes.Status404NotFound, $"Route {req.Method} {req.PathBase}{req.Path}{req.QueryString} not found");

    public static Task AllowAsync(HttpRequest req, HttpResponse res, bool isOptions, string allow)
    {
        res.Headers.Allow = allow;
        if (!isOptions)
            return StatusAsync(req, res, StatusCodes.Status405MethodNotAllowed);
        res.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Answers with nothing but the name of a status.</summary>
    public static Task StatusAsync(HttpRequest req, HttpResponse res, int status) => TextAsync(req, res, status, ReasonPhrases.GetReasonPhrase(status));

    /// <summary>Logs an error once and answers it without a word of its text; a response that has started is aborted, so that it does not look complete.</summary>
    public static Task ErrorAsync(HttpContext context, Exception error)
    {
        LogError(context, error);
        var (req, res) = (context.Request, context.Response);
        if (res.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        res.Clear();
        return StatusAsync(req, res, (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError);
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

    /// <summary>Tells whether the client has gone: nobody waits for an answer, and nothing went wrong here.</summary>
    /// <remarks>A reset may be seen by a read of the body before the server has fired the token.</remarks>
    public static bool IsAbort(HttpContext context, Exception error) =>
        error is ConnectionResetException || (context.RequestAborted.IsCancellationRequested && (error is OperationCanceledException or IOException));

    /// <summary>Ends a request whose client has gone; false when the error is another one.</summary>
    public static bool TryAbandon(HttpContext context, Exception error)
    {
        if (!IsAbort(context, error))
            return false;
        context.Abort(); // or the server would read on in a body whose read has failed, and log that as an error
        return true;
    }

    private static async Task TextAsync(HttpRequest req, HttpResponse res, int status, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        res.StatusCode = status;
        res.ContentType = "text/plain; charset=utf-8";
        res.ContentLength = body.Length;
        res.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(req.Method))
            await res.Body.WriteAsync(body, req.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
