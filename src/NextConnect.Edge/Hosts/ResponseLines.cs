using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>What of a response goes over a wire: the rules of hosts that write it themselves.</summary>
internal static class ResponseLines
{
    /// <summary>Tells whether a response to this method with this status has a body; one more byte would be read as the next response.</summary>
    public static bool HasBody(HttpMethod method, HttpResponseMessage response) =>
        method != HttpMethod.Head && (int)response.StatusCode is not (204 or 205 or 304);

    /// <summary>Lists header lines, none joined, without those of the connection. A length that the content can compute is among them, where the status allows one.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Lines(HttpResponseMessage response, HttpHeaders headers)
    {
        if (headers is HttpContentHeaders content && (int)response.StatusCode is not (204 or 205 or 304))
            _ = content.ContentLength; // computes it, so that it is listed
        var connection = response.Headers.NonValidated.TryGetValues("Connection", out var lines) ? lines.ToString() : "";
        foreach (var (name, values) in headers.NonValidated)
        {
            if (HopByHopHeaders.Contains(name, connection) || (name == "Content-Length" && (int)response.StatusCode is 204 or 205))
                continue;
            foreach (var value in values)
                yield return new(name, value);
        }
    }
}
