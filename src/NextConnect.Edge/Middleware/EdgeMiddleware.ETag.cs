using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace NextConnect;

/// <content>Conditional GET.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Responds 304 to GET and HEAD when the client already has the same response (<c>If-None-Match</c>, <c>If-Modified-Since</c>), and adds an <c>ETag</c> of
    /// the content to responses of known, moderate length. Never buffers a streamed response. A condition counts before a range: instead of a part with a tag
    /// or a date that the client has, it responds 304 too.
    /// </summary>
    /// <param name="maxLength">The length, in bytes, up to which a tag is computed; a response with its own tag may be longer.</param>
    /// <returns>The middleware.</returns>
    public static EdgeHandler ETag(long maxLength = 1024 * 1024) => async (req, _, next) =>
    {
        var response = await next().ConfigureAwait(false);
        if ((req.Method != HttpMethod.Get && req.Method != HttpMethod.Head)
            || response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable))
        {
            return response;
        }
        if (response.StatusCode == HttpStatusCode.OK && response.Headers.ETag is null && response.Content.Headers.ContentLength <= maxLength)
            response.Headers.ETag = await TagAsync(req, response.Content).ConfigureAwait(false);
        return Preconditions.IsKnown(req, response.Headers.ETag, response.Content.Headers.LastModified) ? NotModified(response) : response;
    };

    /// <summary>Makes the tag of a content; null for a response to HEAD that has none, whose tag would be that of nothing (RFC 9110 §9.3.2).</summary>
    private static async Task<EntityTagHeaderValue?> TagAsync(HttpRequestMessage req, HttpContent content)
    {
        var bytes = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return bytes.Length == 0 && req.Method == HttpMethod.Head
            ? null
            : new($"\"{Convert.ToHexString(SHA256.HashData(bytes), 0, 16)}\"", isWeak: true); // weak: what compresses it later changes the bytes
    }

    /// <summary>Keeps the headers, except those that describe a body (RFC 9110 §15.4.5).</summary>
    private static HttpResponseMessage NotModified(HttpResponseMessage response)
    {
        var notModified = EdgeResponse.Empty(HttpStatusCode.NotModified);
        foreach (var (name, values) in response.Headers.NonValidated)
            notModified.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            if (name is "Content-Location" or "Expires" or "Last-Modified")
                notModified.Content.Headers.TryAddWithoutValidation(name, values);
        }
        response.Dispose();
        return notModified;
    }
}
