using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>Reads a form's body, of either media type.</summary>
internal static class FormBodyReader
{
    private const string Form = "form";

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The body is the content's, which disposes it.")]
    public static async Task<EdgeForm> ReadAsync(HttpRequestMessage req, EdgeFormLimits limits, CancellationToken cancellationToken)
    {
        var content = req.Content;
        var type = ContentMediaType.Of(content);
        var isMultipart = type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
        if (!isMultipart && type?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new EdgeRequestException(
                "Content-Type header", "A form is needed: application/x-www-form-urlencoded or multipart/form-data.", HttpStatusCode.UnsupportedMediaType);
        }
        if (content!.Headers.ContentLength > limits.MaxLength)
            throw LimitedStream.TooLarge(limits.MaxLength);

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (stream is MemoryStream buffered)
            buffered.Position = 0; // the content's own bytes, which may have been read before
        else if (RequestState.Of(req) is { IsFormRead: false } state)
            state.IsFormRead = true;
        else
            throw new InvalidOperationException("The form of this request has already been read. Read it once and keep it, such as in ctx.Items.");
        var body = new LimitedStream(stream, limits.MaxLength);
        return isMultipart
            ? await new MultipartFormReader(BoundaryOf(type!), body, limits).ReadAsync(cancellationToken).ConfigureAwait(false)
            : await ReadUrlEncodedAsync(body, limits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the error of a form that exceeds a limit.</summary>
    public static EdgeRequestException OverLimit(string message, Exception? error = null) => new(Form, message, HttpStatusCode.RequestEntityTooLarge, error);

    private static async Task<EdgeForm> ReadUrlEncodedAsync(LimitedStream body, EdgeFormLimits limits, CancellationToken cancellationToken)
    {
        using var reader = new FormReader(body, Encoding.UTF8) { KeyLengthLimit = limits.MaxFieldLength, ValueLengthLimit = limits.MaxFieldLength };
        List<KeyValuePair<string, string>> fields = [];
        try
        {
            while (await reader.ReadNextPairAsync(cancellationToken).ConfigureAwait(false) is { } pair)
            {
                fields.Add(pair);
                if (fields.Count > limits.MaxFields)
                    throw OverLimit($"More than {limits.MaxFields} fields are not accepted.");
            }
        }
        catch (InvalidDataException error)
        {
            throw OverLimit($"A field of more than {limits.MaxFieldLength} characters is not accepted.", error); // the reader refuses nothing else
        }
        return new(new(fields), []);
    }

    private static string BoundaryOf(MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= 70 // RFC 2046 §5.1.1
            ? boundary
            : throw new EdgeRequestException("Content-Type header", "multipart/form-data needs a boundary of 1 to 70 characters.");
    }
}
