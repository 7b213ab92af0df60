using System.Net;
using System.Security.Cryptography;

namespace NextConnect;

/// <content>Conditional GET.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Answers GET and HEAD with 304 when the client has the same answer already (<c>If-None-Match</c>, <c>If-Modified-Since</c>), and gives answers of
    /// known, moderate length an <c>ETag</c> of their content. A streamed answer is never held back for it.
    /// </summary>
    /// <param name="maxLength">Up to which length, in bytes, a tag is computed; an answer with a tag of its own may be longer.</param>
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
        return req.Headers.IfModifiedSince is { } since && response.Content.Headers.LastModified is { } changed && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    /// <summary>Keeps the headers and leaves out what describes a body.</summary>
    private static HttpResponseMessage NotModified(HttpResponseMessage response)
    {
        var answer = EdgeResponse.Empty(HttpStatusCode.NotModified);
        foreach (var (name, values) in response.Headers.NonValidated)
            answer.Headers.TryAddWithoutValidation(name, values);
        answer.Content.Headers.LastModified = response.Content.Headers.LastModified;
        answer.Content.Headers.Expires = response.Content.Headers.Expires;
        response.Dispose();
        return answer;
    }
}
