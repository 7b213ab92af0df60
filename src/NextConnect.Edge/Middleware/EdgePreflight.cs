namespace NextConnect;

/// <summary>Hands the methods of a path's routes to the CORS middleware.</summary>
internal static class EdgePreflight
{
    private static readonly HttpRequestOptionsKey<IReadOnlyCollection<string>> Key = new("NextConnect.Methods");

    public static IReadOnlyCollection<string> MethodsOf(HttpRequestMessage req) => req.Options.TryGetValue(Key, out var methods) ? methods : [];

    /// <summary>Sees to an OPTIONS request whose layers the CORS middleware is among. Returns whether the path has routes, so that the middleware is to run.</summary>
    public static bool Prepare(RouteTable table, RouteMatch match, HttpRequestMessage req, string path)
    {
        if (req.Method.Method != "OPTIONS" || !Array.Exists(match.Steps, step => step.Function.Target is EdgeCors))
            return false;

        var methods = table.MethodsOf(path);
        if (Array.Exists(match.Steps, step => step.Layer is { IsMiddleware: false, Method: null }) // a route for every method
            && req.Headers.NonValidated.TryGetValues("Access-Control-Request-Method", out var asked) && HeaderText.IsSafe(asked.ToString()))
        {
            methods.Add(asked.ToString());
        }
        req.Options.Set(Key, methods);
        return methods.Count > 0;
    }
}
