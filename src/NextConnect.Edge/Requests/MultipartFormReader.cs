using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>Reads the sections of one multipart form (RFC 7578), one after the other.</summary>
internal sealed class MultipartFormReader(string boundary, Stream body, EdgeFormLimits limits)
{
    private const int FileMemory = 64 * 1024;

    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly List<EdgeFormFile> _files = [];

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller disposes the form, or the catch block does.")]
    public async Task<EdgeForm> ReadAsync(CancellationToken cancellationToken)
    {
        var form = new EdgeForm(new(_fields), _files);
        try
        {
            await ReadSectionsAsync(cancellationToken).ConfigureAwait(false);
            return form;
        }
        catch (Exception error)
        {
            await form.DisposeAsync().ConfigureAwait(false);
            if (error is InvalidDataException || error.GetType() == typeof(IOException)) // not a transport's own, which derive from it
                throw Malformed("The multipart form is malformed or cut off.", error);
            throw;
        }
    }

    private async Task ReadSectionsAsync(CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
        {
            if (_fields.Count + _files.Count == limits.MaxFields)
                throw FormBodyReader.OverLimit($"More than {limits.MaxFields} fields are not accepted.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            {
                throw Malformed("A section needs Content-Disposition: form-data.");
            }
            if (!disposition.Name.HasValue)
                throw Malformed("A section needs a name (RFC 7578 §4.2): Content-Disposition: form-data; name=\"…\".");

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName);
            if (fileName.HasValue)
                await AddFileAsync(name, fileName.Value, section, cancellationToken).ConfigureAwait(false);
            else
                await AddFieldAsync(name, section.Body, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddFileAsync(string name, string fileName, MultipartSection section, CancellationToken cancellationToken)
    {
        var content = new FileBufferingReadStream(section.Body, FileMemory);
        _files.Add(new(name, fileName, section.ContentType, content)); // before it is read, so that a failure disposes it
        await content.DrainAsync(cancellationToken).ConfigureAwait(false);
        content.Position = 0;
    }

    private async Task AddFieldAsync(string name, Stream section, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (await section.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            await text.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            if (text.Length > limits.MaxFieldLength)
                throw FormBodyReader.OverLimit($"A field of more than {limits.MaxFieldLength} bytes is not accepted.");
        }
        _fields.Add(new(name, Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length)));
    }

    private static EdgeRequestException Malformed(string message, Exception? error = null) => new("form", message, inner: error);
}
