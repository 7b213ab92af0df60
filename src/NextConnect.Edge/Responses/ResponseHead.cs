using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>Decides which part of a response a host sends.</summary>
internal static class ResponseHead
{
    /// <summary>Returns whether a response to this method with this status has a body; one more byte would be read as the next response.</summary>
    public static bool HasBody(HttpMethod method, HttpResponseMessage response) => !IsHead(method) && !IsBodiless(response);

    /// <summary>Returns whether a method is HEAD; <c>head</c> is another one to servers too, while <see cref="HttpMethod"/> ignores case.</summary>
    public static bool IsHead(HttpMethod method) => method.Method == "HEAD";

    /// <summary>Lists header lines, none joined, without those of the connection; a length that the content can compute is among them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Lines(HttpResponseMessage response)
    {
        if (!IsBodiless(response))
            _ = response.Content.Headers.ContentLength; // computes it, so that it is listed
        var connection = response.Headers.NonValidated.TryGetValues("Connection", out var values) ? values.ToString() : "";
        return Lines(response, response.Headers, connection).Concat(Lines(response, response.Content.Headers, connection));
    }

    private static IEnumerable<KeyValuePair<string, string>> Lines(HttpResponseMessage response, HttpHeaders headers, string connection)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            if (HopByHopHeaders.Contains(name, connection) || (name == "Content-Length" && (int)response.StatusCode is 204 or 205))
                continue;
            foreach (var value in values)
                yield return new(name, value);
        }
    }

    private static bool IsBodiless(HttpResponseMessage response) => (int)response.StatusCode is 204 or 205 or 304;
}
