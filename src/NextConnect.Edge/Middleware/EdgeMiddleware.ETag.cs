using System.Net;
using System.Security.Cryptography;

namespace NextConnect;

/// <content>Conditional GET.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Responds 304 to GET and HEAD when the client already has the same response (<c>If-None-Match</c>, <c>If-Modified-Since</c>), and adds an <c>ETag</c> of
    /// the content to responses of known, moderate length. Never buffers a streamed response.
    /// </summary>
    /// <param name="maxLength">The length, in bytes, up to which a tag is computed; a response with its own tag may be longer.</param>
    /// <returns>The middleware.</returns>
    public static EdgeHandler ETag(long maxLength = 1024 * 1024) => async (req, _, next) =>
    {
        var response = await next().ConfigureAwait(false);
        if ((req.Method != HttpMethod.Get && req.Method != HttpMethod.Head) || response.StatusCode != HttpStatusCode.OK)
            return response;

        if (response.Headers.ETag is null && response.Content.Headers.ContentLength <= maxLength)
        {
            var hash = SHA256.HashData(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
            response.Headers.ETag = new($"\"{Convert.ToHexString(hash, 0, 16)}\"", isWeak: true); // weak: what compresses it later changes the bytes
        }
        return IsKnown(req, response) ? NotModified(response) : response;
    };

    /// <summary>RFC 9110 §13.2.2: the tag counts; the date only without one.</summary>
    private static bool IsKnown(HttpRequestMessage req, HttpResponseMessage response)
    {
        if (req.Headers.NonValidated.Contains("If-None-Match"))
        {
            return req.Headers.IfNoneMatch.Any(known => known.Tag == "*" || known.Tag == response.Headers.ETag?.Tag);
        }
        return req.Headers.IfModifiedSince is { } since && response.Content.Headers.LastModified is { } changed
            && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    /// <summary>Keeps the headers, except those that describe a body.</summary>
    private static HttpResponseMessage NotModified(HttpResponseMessage response)
    {
        var notModified = EdgeResponse.Empty(HttpStatusCode.NotModified);
        foreach (var (name, values) in response.Headers.NonValidated)
            notModified.Headers.TryAddWithoutValidation(name, values);
        notModified.Content.Headers.LastModified = response.Content.Headers.LastModified;
        notModified.Content.Headers.Expires = response.Content.Headers.Expires;
        response.Dispose();
        return notModified;
    }
}
