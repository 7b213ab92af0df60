using System.Net;
using System.Net.Http.Headers;

namespace NextConnect;

/// <content>Files.</content>
public static partial class EdgeResponse
{
    /// <summary>
    /// Makes a response from a stream. If the stream can seek and the request is a GET, one byte range is served (206), and a conditional one (<c>If-Range</c>)
    /// only while the file is the same; several ranges receive the whole file, as RFC 9110 §14.2 allows.
    /// </summary>
    /// <param name="req">The request.</param>
    /// <param name="file">The content, from its current position if it cannot seek, else from its beginning; disposed with the response.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="fileName">The name to save it under; null to show it.</param>
    /// <param name="lastModified">When it last changed; null for unknown.</param>
    /// <param name="etag">Its entity tag; null for none.</param>
    /// <returns>The response: 200, 206, or 416 when the range lies outside.</returns>
    /// <exception cref="EdgeRequestException">The Range header is malformed.</exception>
    public static HttpResponseMessage File(
        HttpRequestMessage req, Stream file, string contentType = "application/octet-stream", string? fileName = null,
        DateTimeOffset? lastModified = null, EntityTagHeaderValue? etag = null)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(file);
        if (file.CanSeek)
            file.Position = 0;
        var range = file.CanSeek ? ByteRange.Find(req, file.Length, lastModified, etag) : ByteRange.Whole;
        var response = range switch
        {
            { IsWhole: true } => Of(HttpStatusCode.OK, new StreamContent(file), contentType),
            { Length: 0 } => Unsatisfiable(file),
            _ => Part(file, range, contentType),
        };
        if (file.CanSeek)
            response.Headers.AcceptRanges.Add("bytes");
        response.Headers.ETag = etag;
        response.Content.Headers.LastModified = lastModified;
        if (fileName is not null)
            response.Content.Headers.ContentDisposition = Attachment(fileName);
        return response;
    }

    private static HttpResponseMessage Part(Stream file, ByteRange range, string contentType)
    {
        var response = Of(HttpStatusCode.PartialContent, new RangeContent(file, range.From, range.Length), contentType);
        response.Content.Headers.ContentRange = new(range.From, range.From + range.Length - 1, file.Length);
        return response;
    }

    private static HttpResponseMessage Unsatisfiable(Stream file)
    {
        var response = Empty(HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Content.Headers.ContentRange = new(file.Length);
        file.Dispose();
        return response;
    }

    private static ContentDispositionHeaderValue Attachment(string fileName)
    {
        var ascii = string.Concat(fileName.Select(c => c is '"' or '\\' or < ' ' or > '~' ? '_' : c));
        return new("attachment") { FileName = $"\"{ascii}\"", FileNameStar = ascii == fileName ? null : fileName };
    }
}
