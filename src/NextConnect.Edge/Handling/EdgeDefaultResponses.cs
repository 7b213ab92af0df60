using System.Net;

namespace NextConnect;

/// <summary>The default responses of a router: plain text that no browser renders as anything else.</summary>
internal static class EdgeDefaultResponses
{
    /// <summary>next-connect's default, which names the absolute URL. HEAD says GET, so that both have the same length (RFC 9110 §8.6).</summary>
    public static Task<HttpResponseMessage> NotFoundAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        var method = ResponseHead.IsHead(req.Method) ? HttpMethod.Get : req.Method;
        var address = req.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsoluteUri : req.RequestUri?.OriginalString;
        return Task.FromResult(Text(req, HttpStatusCode.NotFound, $"Route {method.Method} {address} not found"));
    }

    public static HttpResponseMessage Allow(HttpRequestMessage req, AutomaticResponse automatic)
    {
        var response = automatic.IsOptions ? EdgeResponse.Empty() : Status(req, HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.TryAddWithoutValidation("Allow", automatic.Allow); // one line: parsed values would be sent as separate lines
        return response;
    }

    /// <summary>Responds with only the reason phrase of a status.</summary>
    public static HttpResponseMessage Status(HttpRequestMessage req, HttpStatusCode status) => Text(req, status, EdgeResponse.NameOf(status));

    /// <summary>Responds to an error that no <c>OnError</c> has handled: with a problem document when the request is at fault, else after logging it.</summary>
    public static HttpResponseMessage Error(HttpRequestMessage req, Exception error, IRequestObserver observer)
    {
        var response = StandardErrorObserver.CauseOf(error) is EdgeRequestException fault ? EdgeResponse.Problem(fault) : Status(req, observer.OnError(error));
        return ResponseGuard.AddHeaders(req, response);
    }

    private static HttpResponseMessage Text(HttpRequestMessage req, HttpStatusCode status, string text)
    {
        var response = EdgeResponse.Text(text, status);
        if (ResponseHead.IsHead(req.Method))
        {
            var headers = response.Content.Headers;
            response.Content = new ByteArrayContent([]) { Headers = { ContentType = headers.ContentType, ContentLength = headers.ContentLength } };
        }
        return response;
    }
}
