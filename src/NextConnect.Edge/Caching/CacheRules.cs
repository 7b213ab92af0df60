using System.Security.Cryptography;
using System.Text;

namespace NextConnect;

/// <summary>Decides which requests and responses a shared cache may handle, and makes its keys.</summary>
internal static class CacheRules
{
    private const long MaximumLength = 8 * 1024 * 1024;

    /// <summary>Returns whether a request may receive a response made for others: nothing in it can make a response personal.</summary>
    public static bool IsCacheable(HttpRequestMessage req, EdgeContext ctx) =>
        (req.Method == HttpMethod.Get || req.Method == HttpMethod.Head)
        && !req.Headers.NonValidated.Contains("Authorization") && !req.Headers.NonValidated.Contains("Cookie")
        && ctx.User?.Identity?.IsAuthenticated != true;

    public static bool IsCacheable(HttpResponseMessage response) =>
        response.StatusCode == System.Net.HttpStatusCode.OK
        && !response.Headers.NonValidated.Contains("Set-Cookie")
        && !(response.Headers.CacheControl is { } control && (control.Private || control.NoStore || control.NoCache))
        && !response.Headers.Vary.Contains("*")
        && !(response.Content.Headers.ContentLength > MaximumLength);

    /// <summary>Makes the key of an address's header names: those of the request headers that its responses vary on.</summary>
    public static string NamesKey(HttpRequestMessage req) => Key("names", req, []);

    /// <summary>Makes the key of an address together with the values of those headers.</summary>
    public static string ResponseKey(HttpRequestMessage req, IReadOnlyList<string> vary) => Key("response", req, vary);

    public static string PathKey(string path)
    {
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        return $"nextconnect:path:{trimmed.ToUpperInvariant()}";
    }

    public static string TagKey(string tag) => $"nextconnect:tag:{tag}";

    /// <summary>Copies a request so that it outlives the original.</summary>
    public static EdgeRequest Copy(HttpRequestMessage req)
    {
        var copy = new EdgeRequest("GET", req.RequestUri) { Version = req.Version, Path = RequestState.PathOf(req), RouteValues = req.Params };
        copy.State.Route = req.Route;
        foreach (var (name, values) in req.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    /// <summary>Makes a context that the client cannot cancel.</summary>
    public static EdgeContext Detach(EdgeContext ctx) => new EdgeContext(ctx.Services) { PathBase = ctx.PathBase }.Derive(ctx.Create);

    private static string Key(string kind, HttpRequestMessage req, IReadOnlyList<string> vary)
    {
        var text = new StringBuilder(req.RequestUri is { IsAbsoluteUri: true } uri ? uri.GetLeftPart(UriPartial.Query) : req.RequestUri?.OriginalString);
        foreach (var name in vary)
        {
            text.Append('\n').Append(name).Append(':');
            if (req.Headers.NonValidated.TryGetValues(name, out var values))
                text.Append(values.ToString());
        }
        return $"nextconnect:{kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
    }
}
