namespace NextConnect;

/// <summary>The one path string of a request: the host's own, or what a server would make of the URI.</summary>
internal static class EdgePath
{
    private static readonly HttpRequestOptionsKey<string> Key = new("NextConnect.Path");

    /// <summary>Hands over a host's decoded path, so that the URI is never parsed and decoded a second time.</summary>
    public static void Set(HttpRequestMessage req, string path) => req.Options.Set(Key, path);

    /// <summary>Returns the path; null when the request has none, or one that may not be routed.</summary>
    public static string? Of(HttpRequestMessage req)
    {
        if (!req.Options.TryGetValue(Key, out var path))
            path = req.RequestUri is { } uri ? RequestPath.Of(uri) : null;
        return path is not null && RequestPath.IsRoutable(path) ? path : null;
    }
}
