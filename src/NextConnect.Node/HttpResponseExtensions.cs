using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>What the routers add to <see cref="HttpResponse"/>.</summary>
public static class HttpResponseExtensions
{
    private const int OneBlock = 2_048; // bytes that a server's buffers hold in one piece

    extension(HttpResponse res)
    {
        /// <summary>Sends a text with its <c>Content-Length</c> and ends the handler's work, as <c>res.send()</c> does in Express.</summary>
        /// <param name="text">The whole body; encoded as UTF-8. A HEAD request gets its length only.</param>
        /// <returns>A task that ends when the text is handed to the server, which sends it when the request ends.</returns>
        /// <exception cref="InvalidOperationException">The response has already started.</exception>
        /// <remarks>
        /// Unless a content type was set before, it is <c>text/plain; charset=utf-8</c>, with <c>X-Content-Type-Options: nosniff</c>, so that no browser
        /// takes a text for a page. <c>WriteAsync</c> instead sends a chunk at once, without length.
        /// </remarks>
        public Task SendAsync(string text)
        {
            ArgumentNullException.ThrowIfNull(res);
            ArgumentNullException.ThrowIfNull(text);
            if (res.ContentType is null)
            {
                res.ContentType = "text/plain; charset=utf-8";
                res.Headers.XContentTypeOptions = "nosniff";
            }
            var length = Encoding.UTF8.GetByteCount(text);
            res.ContentLength = length;
            var start = res.StartAsync();
            return start.IsCompletedSuccessfully ? WriteBodyAsync(res, text, length) : WriteWhenStartedAsync(start, res, text, length);
        }

        /// <summary>
        /// Tells the chain that wrapped callback middleware has answered and will not call <c>next</c>, as <c>res.end()</c> does in Express. Outside
        /// <see cref="ExpressWrapper"/> it does nothing: there a response ends with its handler.
        /// </summary>
        public void End()
        {
            ArgumentNullException.ThrowIfNull(res);
            res.HttpContext.Features.Get<ExpressCall>()?.End();
        }
    }

    private static async Task WriteWhenStartedAsync(Task start, HttpResponse res, string text, int length)
    {
        await start.ConfigureAwait(false);
        await WriteBodyAsync(res, text, length).ConfigureAwait(false);
    }

    /// <summary>The server itself flushes when the request ends; a body that middleware has put in its place may not.</summary>
    private static Task WriteBodyAsync(HttpResponse res, string text, int length)
    {
        if (HttpMethods.IsHead(res.HttpContext.Request.Method))
            return Task.CompletedTask;

        Write(text, length, res.BodyWriter);
        var features = res.HttpContext.Features;
        return ReferenceEquals(features.Get<IHttpResponseBodyFeature>(), features.Get<IHttpResponseFeature>())
            ? Task.CompletedTask
            : res.BodyWriter.FlushAsync(res.HttpContext.RequestAborted).AsTask();
    }

    private static void Write(string text, int length, PipeWriter body)
    {
        if (length <= OneBlock)
            body.Advance(Encoding.UTF8.GetBytes(text, body.GetSpan(length)));
        else
            Encoding.UTF8.GetBytes(text, body); // piece by piece
    }
}
