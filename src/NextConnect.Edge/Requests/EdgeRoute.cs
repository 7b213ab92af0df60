namespace NextConnect;

/// <summary>The pattern of the first route that matched a request, the innermost router's where one runs in another.</summary>
public static class EdgeRoute
{
    private static readonly HttpRequestOptionsKey<string> Key = new("NextConnect.Route");

    extension(HttpRequestMessage req)
    {
        /// <summary>Gets the pattern of the first route that matched, base paths in front: <c>/users/:id</c>. Null when none did.</summary>
        public string? Route
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return req.Options.TryGetValue(Key, out var route) ? route : null;
            }
        }
    }

    internal static void Set(HttpRequestMessage req, ChainStep[] steps)
    {
        foreach (ref readonly var step in steps.AsSpan())
        {
            if (!step.Layer.IsMiddleware)
            {
                req.Options.Set(Key, step.Layer.Text);
                return;
            }
        }
    }
}
