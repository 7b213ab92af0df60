using System.Net;
using System.Text;

namespace NextConnect;

/// <summary>Records an error that no <c>OnError</c> has answered, and gives the status to answer with.</summary>
internal delegate HttpStatusCode EdgeErrorFallback(HttpRequestMessage req, Exception error);

/// <summary>The answers a router gives by itself: plain text that a browser will not take for anything else.</summary>
internal static class EdgeDefaultResponses
{
    /// <summary>next-connect's default, which names the absolute URL.</summary>
    public static Task<HttpResponseMessage> NotFoundAsync(HttpRequestMessage req, EdgeContext ctx) =>
        Task.FromResult(Text(req, HttpStatusCode.NotFound, $"Route {req.Method.Method} {(req.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsoluteUri : req.RequestUri)} not found"));

    public static HttpResponseMessage Allow(HttpRequestMessage req, bool isOptions, IEnumerable<string> methods)
    {
        var response = isOptions ? new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new ByteArrayContent([]) } : Status(req, HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.TryAddWithoutValidation("Allow", string.Join(", ", methods)); // one line: parsed values would be sent as a line each
        return response;
    }

    /// <summary>Answers with nothing but the name of a status.</summary>
    public static HttpResponseMessage Status(HttpRequestMessage req, HttpStatusCode status)
    {
        using var named = new HttpResponseMessage(status);
        return Text(req, status, named.ReasonPhrase!);
    }

    public static HttpStatusCode LogToStandardError(HttpRequestMessage req, Exception error)
    {
        Console.Error.WriteLine(error);
        return HttpStatusCode.InternalServerError;
    }

    private static HttpResponseMessage Text(HttpRequestMessage req, HttpStatusCode status, string text)
    {
        var body = req.Method == HttpMethod.Head ? "" : text;
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "text/plain") };
        response.Headers.Add("X-Content-Type-Options", "nosniff");
        return response;
    }
}
