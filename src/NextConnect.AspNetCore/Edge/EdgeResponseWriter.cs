using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace NextConnect;

/// <summary>Writes a response message to an ASP.NET Core response, chunk by chunk as its content gives them.</summary>
internal static class EdgeResponseWriter
{
    public static Task WriteAsync(HttpResponseMessage response, HttpContext context)
    {
        var status = (int)response.StatusCode;
        var target = context.Response;
        target.StatusCode = status;
        var content = response.Content;
        CopyHeaders(response, target);
        CopyHeaders(content.Headers.NonValidated, target, ConnectionOf(response));
        if (status is 204 or 205)
            target.ContentLength = null;
        if (status is 204 or 205 or 304)
            return Task.CompletedTask; // 304 keeps a length that the handler has set: it is that of the 200

        target.ContentLength = content.Headers.ContentLength;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : CopyBodyAsync(content, context);
    }

    /// <summary>Copies the headers of the response itself, not those of its content.</summary>
    public static void CopyHeaders(HttpResponseMessage response, HttpResponse target) => CopyHeaders(response.Headers.NonValidated, target, ConnectionOf(response));

    private static string ConnectionOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Connection", out var connection) ? connection.ToString() : "";

    private static async Task CopyBodyAsync(HttpContent content, HttpContext context)
    {
        var body = new AbortableStream(context.Response.Body, context.RequestAborted);
        await using (body.ConfigureAwait(false))
            await content.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static void CopyHeaders(System.Net.Http.Headers.HttpHeadersNonValidated source, HttpResponse target, string connection)
    {
        foreach (var (name, values) in source)
        {
            if (!HopByHopHeaders.Contains(name, connection))
                target.Headers.Append(name, values.Count == 1 ? values.ToString() : new StringValues([.. values]));
        }
    }
}
