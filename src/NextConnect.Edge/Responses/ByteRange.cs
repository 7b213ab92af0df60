using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>The part of a file that a request asks for (RFC 9110 §14).</summary>
/// <param name="From">The first byte.</param>
/// <param name="Length">How many bytes; 0 when the range lies outside the file.</param>
/// <param name="IsWhole">Whether it is the whole file.</param>
internal readonly record struct ByteRange(long From, long Length, bool IsWhole = false)
{
    public static ByteRange Whole { get; } = new(0, 0, IsWhole: true);

    public static ByteRange Find(HttpRequestMessage req, long length, DateTimeOffset? lastModified, EntityTagHeaderValue? etag)
    {
        if (req.Method != HttpMethod.Get || !req.Headers.NonValidated.TryGetValues("Range", out var values)
            || !values.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            return Whole; // unknown units are ignored (§14.2)
        }
        if (!RangeHeaderValue.TryParse(values.ToString(), out var range))
            throw new EdgeRequestException("Range header", "The byte range is malformed.");
        if (range.Ranges.Count != 1 || !IsSameFile(req, lastModified, etag))
            return Whole;

        var only = range.Ranges.First();
        return only switch
        {
            { From: { } from } when from >= length => default,
            { From: { } from } => new(from, Math.Min(only.To ?? long.MaxValue, length - 1) - from + 1),
            _ => new(Math.Max(0, length - only.To!.Value), Math.Min(length, only.To.Value)),
        };
    }

    /// <summary>If-Range: a strong tag that is equal, or the exact date (§13.1.5).</summary>
    private static bool IsSameFile(HttpRequestMessage req, DateTimeOffset? lastModified, EntityTagHeaderValue? etag)
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
}
