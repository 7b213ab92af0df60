using System.Net;
using System.Net.Http.Headers;

namespace NextConnect;

/// <content>Files.</content>
public static partial class EdgeResponse
{
    /// <summary>
    /// Makes a response from a stream. For GET and HEAD, the request's conditions are compared with the date and the tag first (RFC 9110 §13.2.2). If the
    /// stream can seek and the request is a GET, one byte range is served, with <c>If-Range</c> only while the file is the same; several ranges receive the
    /// whole file, as §14.2 allows.
    /// </summary>
    /// <param name="req">The request.</param>
    /// <param name="file">
    /// The content, from its current position if it cannot seek, else from its beginning; disposed with the response, or at once when this method throws.
    /// </param>
    /// <param name="contentType">The media type.</param>
    /// <param name="fileName">The name to save it under; null to show it.</param>
    /// <param name="lastModified">When it last changed; null for unknown.</param>
    /// <param name="etag">Its entity tag; null for none.</param>
    /// <returns>The response: 200, 206, 304, 412 when it is not the file that the client asks for, or 416 when the range lies outside.</returns>
    /// <exception cref="EdgeRequestException">The Range header is malformed.</exception>
    /// <exception cref="FormatException"><paramref name="contentType"/> is not a media type.</exception>
    public static HttpResponseMessage File(
        HttpRequestMessage req, Stream file, string contentType = "application/octet-stream", string? fileName = null,
        DateTimeOffset? lastModified = null, EntityTagHeaderValue? etag = null)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(file);
        var canSeek = file.CanSeek;
        try
        {
            var response = Preconditions.Evaluate(req, etag, lastModified) is { } status
                ? WithoutFile(file, status)
                : WithFile(file, contentType, fileName, RangeOf(req, file, lastModified, etag));
            if (canSeek)
                response.Headers.AcceptRanges.Add("bytes");
            response.Headers.ETag = etag;
            response.Content.Headers.LastModified = lastModified;
            return response;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static ByteRange RangeOf(HttpRequestMessage req, Stream file, DateTimeOffset? lastModified, EntityTagHeaderValue? etag) =>
        req.Method == HttpMethod.Get && file.CanSeek && Preconditions.IsSameForRange(req, etag, lastModified)
            ? ByteRange.Find(req, file.Length)
            : ByteRange.Whole;

    private static HttpResponseMessage WithFile(Stream file, string contentType, string? fileName, ByteRange range)
    {
        if (range is { IsWhole: false, Length: 0 })
            return Unsatisfiable(file);
        var response = range.IsWhole ? Whole(file, contentType) : Part(file, range, contentType);
        if (fileName is not null)
            response.Content.Headers.ContentDisposition = Attachment(fileName);
        return response;
    }

    private static HttpResponseMessage Whole(Stream file, string contentType)
    {
        if (file.CanSeek)
            file.Position = 0;
        return Of(HttpStatusCode.OK, new StreamContent(file), contentType);
    }

    private static HttpResponseMessage Part(Stream file, ByteRange range, string contentType)
    {
        var response = Of(HttpStatusCode.PartialContent, new RangeContent(file, range.From, range.Length), contentType);
        response.Content.Headers.ContentRange = new(range.From, range.From + range.Length - 1, file.Length);
        return response;
    }

    private static HttpResponseMessage Unsatisfiable(Stream file)
    {
        var length = file.Length;
        var response = WithoutFile(file, HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Content.Headers.ContentRange = new(length);
        return response;
    }

    private static HttpResponseMessage WithoutFile(Stream file, HttpStatusCode status)
    {
        file.Dispose();
        return Empty(status);
    }

    private static ContentDispositionHeaderValue Attachment(string fileName)
    {
        var ascii = string.Concat(fileName.Select(c => c is '"' or '\\' or < ' ' or > '~' ? '_' : c));
        return new("attachment") { FileName = $"\"{ascii}\"", FileNameStar = ascii == fileName ? null : fileName };
    }
}
