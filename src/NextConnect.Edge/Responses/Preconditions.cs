using System.Net;
using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>Compares the conditions of a request with what is known of the content: its tag and its date (RFC 9110 §13).</summary>
internal static class Preconditions
{
    /// <summary>Returns 412 or 304 when a condition decides the response to GET or HEAD; null when it does not (§13.2.2).</summary>
    public static HttpStatusCode? Evaluate(HttpRequestMessage req, EntityTagHeaderValue? etag, DateTimeOffset? lastModified)
    {
        if (req.Method != HttpMethod.Get && req.Method != HttpMethod.Head)
            return null;
        if (HasChanged(req, etag, lastModified))
            return HttpStatusCode.PreconditionFailed;
        return IsKnown(req, etag, lastModified) ? HttpStatusCode.NotModified : null;
    }

    /// <summary>Returns whether the client already has this content: the tag counts; the date only without one.</summary>
    public static bool IsKnown(HttpRequestMessage req, EntityTagHeaderValue? etag, DateTimeOffset? lastModified)
    {
        if (req.Headers.NonValidated.Contains("If-None-Match"))
            return req.Headers.IfNoneMatch.Any(known => known.Tag == "*" || known.Tag == etag?.Tag);
        return req.Headers.IfModifiedSince is { } since && lastModified?.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    /// <summary>Returns whether a range is of this content: <c>If-Range</c> with a strong tag that is equal, or the exact date (§13.1.5).</summary>
    public static bool IsSameForRange(HttpRequestMessage req, EntityTagHeaderValue? etag, DateTimeOffset? lastModified)
    {
        if (!req.Headers.NonValidated.Contains("If-Range"))
            return true;
        return req.Headers.IfRange switch
        {
            { EntityTag: { IsWeak: false } tag } => tag.Equals(etag),
            { Date: { } date } => date.ToUnixTimeSeconds() == lastModified?.ToUnixTimeSeconds(),
            _ => false,
        };
    }

    /// <summary>Returns whether the client asks for another content. A condition on a tag or a date that is not known cannot be compared.</summary>
    private static bool HasChanged(HttpRequestMessage req, EntityTagHeaderValue? etag, DateTimeOffset? lastModified)
    {
        if (req.Headers.NonValidated.Contains("If-Match")) // then the date does not count (RFC 9110 §13.1.4)
            return etag is not null && !req.Headers.IfMatch.Any(known => known.Tag == "*" || (!known.IsWeak && known.Equals(etag)));
        return req.Headers.IfUnmodifiedSince is { } since && lastModified?.ToUnixTimeSeconds() > since.ToUnixTimeSeconds();
    }
}
