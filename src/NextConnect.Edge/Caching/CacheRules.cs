using System.Net;
using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>Decides which requests and responses a shared cache may handle. What it cannot read it refuses.</summary>
internal static class CacheRules
{
    private const long MaximumLength = 8 * 1024 * 1024;

    /// <summary>Returns whether a request may receive a response made for others: nothing in it can make a response personal.</summary>
    public static bool IsCacheable(HttpRequestMessage req, EdgeContext ctx) =>
        (req.Method == HttpMethod.Get || req.Method == HttpMethod.Head)
        && !req.Headers.NonValidated.Contains("Authorization") && !req.Headers.NonValidated.Contains("Cookie")
        && req.Content is null or { Headers.ContentLength: 0 } // a body is not part of the key
        && ctx.User?.Identities.Any(identity => identity.IsAuthenticated) != true;

    public static bool IsCacheable(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK
        && !(response.Content.Headers.ContentLength > MaximumLength)
        && !response.Headers.NonValidated.Contains("Set-Cookie")
        && !response.Content.Headers.NonValidated.Contains("Set-Cookie") // allowed there, and sent
        && Lines(response, "Cache-Control").All(AllowsSharing)
        && Lines(response, "Vary").SelectMany(VaryNames.Split).All(VaryNames.IsKnown);

    /// <summary>Returns whether one line of <c>Cache-Control</c> is well-formed and permits a shared cache to store the response.</summary>
    private static bool AllowsSharing(string line) =>
        CacheControlHeaderValue.TryParse(line, out var control) && control is { Private: false, NoStore: false, NoCache: false };

    /// <summary>Lists the lines of a header; the parsed properties skip those that are malformed.</summary>
    private static HeaderStringValues Lines(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var lines) ? lines : default;
}
