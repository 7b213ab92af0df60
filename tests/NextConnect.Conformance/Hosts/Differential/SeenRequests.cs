using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace NextConnect.Conformance.Hosts;

/// <summary>What the handlers of one host have seen of each request.</summary>
/// <param name="version">The version of HTTP that all requests have.</param>
internal sealed class SeenRequests(Version version)
{
    /// <summary>The header that says which request it is.</summary>
    public const string Id = "X-Request";

    private readonly ConcurrentDictionary<string, string> _requests = new();

    public void Add(HttpRequestMessage req, EdgeContext ctx)
    {
        var content = req.Content is { } body ? Lines(body.Headers).Prepend("content") : ["no content"];
        var line = $"{req.Method} {req.RequestUri} {(req.Version == version ? "" : req.Version)}{ctx.PathBase}";
        _requests[IdOf(req)] = string.Join('\n', Lines(req.Headers).Concat(content).Prepend(line));
    }

    public void AddError(HttpRequestMessage req, Exception error) =>
        _requests.AddOrUpdate(IdOf(req), _ => "", (_, seen) => $"{seen}\nOnError: {error.GetType().Name}: {error.Message}");

    /// <summary>Takes what was seen of a request; empty when no handler has seen it.</summary>
    public string Take(string id) => _requests.TryRemove(id, out var seen) ? seen : "";

    /// <summary>Lists header lines. HTTP/2 changes the case of names, a socket's client joins repeated headers, and TestServer adds spaces.</summary>
    private static IEnumerable<string> Lines(HttpHeaders headers) => headers.NonValidated
        .Select(header => (Name: header.Key.ToUpperInvariant(), Value: string.Join(',', header.Value).Replace(" ", "", StringComparison.Ordinal)))
        .Where(header => header.Name is not ("X-REQUEST" or "TRACEPARENT"))
        .Select(header => $"{header.Name}: {header.Value}")
        .Order(StringComparer.Ordinal);

    private static string IdOf(HttpRequestMessage req) => req.Headers.NonValidated[Id].ToString();
}
