using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>Adds Express's <c>send</c> and <c>end</c> to <see cref="HttpResponse"/>.</summary>
public static class HttpResponseExtensions
{
    private const int OneBlock = 2_048; // bytes that a server's buffers hold in one piece

    extension(HttpResponse res)
    {
        /// <summary>Sends a text with its <c>Content-Length</c>, as <c>res.send()</c> does in Express.</summary>
        /// <param name="text">
        /// The whole body, encoded as UTF-8. A HEAD request receives only its length; a response with status 204, 205 or 304 is sent without it.
        /// </param>
        /// <returns>
        /// A task that completes when the server has taken the text. It leaves when the request ends, or when <c>res.Body.FlushAsync()</c> is called after it.
        /// </returns>
        /// <exception cref="InvalidOperationException">The response has already started.</exception>
        /// <remarks>
        /// Unless a content type was set before, it is <c>text/plain; charset=utf-8</c>, with <c>X-Content-Type-Options: nosniff</c>, so that no browser
        /// renders the text as a page. <c>WriteAsync</c> instead sends a chunk at once, without length and type. After wrapped callback middleware has
        /// returned, it also ends that middleware's work, as <see cref="End"/> does.
        /// </remarks>
        public Task SendAsync(string text)
        {
            ArgumentNullException.ThrowIfNull(res);
            ArgumentNullException.ThrowIfNull(text);
            return res.HttpContext.Features.Get<ExpressCall>() is { } call ? call.EndAfterAsync(() => SendAllAsync(res, text)) : SendAllAsync(res, text);
        }

        /// <summary>
        /// Reports that wrapped callback middleware has responded and does not call <c>next</c>, as <c>res.end()</c> does in Express. Does nothing outside
        /// <see cref="ExpressWrapper"/>, where a response ends with its handler.
        /// </summary>
        public void End()
        {
            ArgumentNullException.ThrowIfNull(res);
            res.HttpContext.Features.Get<ExpressCall>()?.End();
        }
    }

    private static Task SendAllAsync(HttpResponse res, string text)
    {
        if (CompleteResponse.IsBodyless(res.StatusCode))
        {
            res.ContentLength = res.StatusCode == StatusCodes.Status205ResetContent ? 0 : null;
            return res.StartAsync();
        }
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

    private static async Task WriteWhenStartedAsync(Task start, HttpResponse res, string text, int length)
    {
        await start.ConfigureAwait(false);
        await WriteBodyAsync(res, text, length).ConfigureAwait(false);
    }

    /// <summary>Flushes a body that middleware has substituted; the server flushes its own when the request ends.</summary>
    private static Task WriteBodyAsync(HttpResponse res, string text, int length)
    {
        var isHead = res.HttpContext.Request.Method == HttpMethods.Head;
        if (!isHead)
            Write(text, length, res.BodyWriter);
        var features = res.HttpContext.Features;
        var server = features.Get<IHttpResponseFeature>();
        var isOwnBody = ReferenceEquals(features.Get<IHttpResponseBodyFeature>(), server);
        CompleteResponse.Record(features, server, isOwnBody);
        return isHead || isOwnBody
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
