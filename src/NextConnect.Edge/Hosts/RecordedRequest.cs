using System.Net;
using System.Text;

namespace NextConnect;

/// <summary>Describes one request that an in-memory transport has received.</summary>
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

    /// <summary>Gets the header lines by name, ignoring case, including those of the content.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>Gets the whole body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the body, decoded as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Gets the status of the response; null before there is one, and when the caller cancelled.</summary>
    public HttpStatusCode? Status { get; private set; }

    /// <summary>Gets whether the router responded; false when the inner handler did.</summary>
    public bool WasMatched { get; private set; }

    internal void Complete(HttpStatusCode status, bool wasMatched) => (Status, WasMatched) = (status, wasMatched);
}
