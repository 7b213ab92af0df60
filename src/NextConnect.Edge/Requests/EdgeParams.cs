namespace NextConnect;

/// <summary>Route parameters live in the request's <see cref="HttpRequestMessage.Options"/>.</summary>
internal static class EdgeParams
{
    private static readonly HttpRequestOptionsKey<RouteParams> Key = new("NextConnect.Params");

    public static RouteParams Get(HttpRequestMessage req) => req.Options.TryGetValue(Key, out var values) ? values : RouteParams.Empty;

    /// <summary>Adds what matched; values that stand there already win (next-connect 1.x).</summary>
    public static void Set(HttpRequestMessage req, RouteParams matched)
    {
        var own = Get(req);
        if (matched.Count > 0)
            req.Options.Set(Key, own.Count == 0 ? matched : Merge(matched, own));
    }

    /// <summary>Puts a host's own parameters first, so that they win.</summary>
    public static void SetOuter(HttpRequestMessage req, IEnumerable<KeyValuePair<string, string?>> outer)
    {
        var values = new RouteParamsBuilder();
        foreach (var (name, value) in outer)
            values.Set(name, value);
        Set(req, values.Build());
    }

    private static RouteParams Merge(RouteParams matched, RouteParams own)
    {
        var values = new RouteParamsBuilder();
        foreach (var (name, value) in matched.Concat(own))
            values.Set(name, value);
        return values.Build();
    }
}
