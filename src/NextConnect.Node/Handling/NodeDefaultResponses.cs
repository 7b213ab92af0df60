using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NextConnect;

/// <summary>The default responses of a router: plain text that no browser renders as anything else.</summary>
internal static class NodeDefaultResponses
{
    /// <summary>next-connect's default, which names path and query. HEAD says GET, so that both have the same length (RFC 9110 §8.6).</summary>
    public static Task NotFoundAsync(HttpRequest req, HttpResponse res)
    {
        var method = req.Method == HttpMethods.Head ? HttpMethods.Get : req.Method;
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

    private static Task TextAsync(HttpResponse res, int status, string text)
    {
        res.StatusCode = status;
        res.ContentType = null; // a handler may have set it for another body
        return res.SendAsync(text);
    }
}
