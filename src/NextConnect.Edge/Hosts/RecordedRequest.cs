using System.Net;
using System.Text;

namespace NextConnect;

/// <summary>One request that an in-memory transport has got.</summary>
public sealed class RecordedRequest
{
    internal RecordedRequest(HttpRequestMessage request, byte[] body)
    {
        Method = request.Method;
        Uri = request.RequestUri;
        Body = body;
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
            headers[name] = [.. values];
        foreach (var (name, values) in request.Content?.Headers.NonValidated ?? default)
            headers[name] = [.. values];
        Headers = headers;
    }

    /// <summary>Gets the method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Gets the address.</summary>
    public Uri? Uri { get; }

    /// <summary>Gets the header lines by name, case ignored, those of the content included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>Gets the whole body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the body read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Gets the status of the answer; null when there is none yet, or the caller gave up.</summary>
    public HttpStatusCode? Status { get; private set; }

    /// <summary>Gets whether the router answered; false also when the answer came from the inner handler.</summary>
    public bool WasMatched { get; private set; }

    internal void Complete(HttpStatusCode status, bool wasMatched) => (Status, WasMatched) = (status, wasMatched);
}
