namespace NextConnect;

/// <summary>Prepares a CORS preflight: finds the methods of the path's routes for the CORS middleware.</summary>
internal static class EdgePreflight
{
    /// <summary>
    /// Records the methods when an OPTIONS request matches the CORS middleware, that of isolated routers too. Returns whether the path has routes: then it must
    /// run.
    /// </summary>
    public static bool Prepare(RouteTable table, ref RouteMatch match, HttpRequestMessage req, string path)
    {
        if (req.Method.Method != "OPTIONS")
            return false;
        var all = table.ForAutomaticResponse(req.Method.Method, path);
        if (!Array.Exists(all.Layers.Steps, step => step.Function.Target is EdgeCors))
            return false;

        match = all;
        var methods = table.MethodsOf(path);
        if (Array.Exists(match.Layers.Steps, step => step.Layer is { IsMiddleware: false, Method: null }) // a route for every method
            && req.Headers.NonValidated.TryGetValues("Access-Control-Request-Method", out var asked) && HeaderText.IsSafe(asked.ToString()))
        {
            methods.Add(asked.ToString());
        }
        RequestState.Of(req).Methods = methods;
        return methods.Count > 0;
    }
}
