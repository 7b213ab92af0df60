namespace NextConnect;

/// <content>CORS.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Lets other sites call. A preflight is answered 204 with the methods that the path's routes have; it reaches no layer behind this one, so put
    /// guards behind. For OPTIONS requests on paths with routes, <c>Handler()</c> runs the matching middleware as soon as this one is among it, whether or
    /// not a route matches.
    /// </summary>
    /// <param name="options">Who may call.</param>
    /// <returns>The middleware.</returns>
    /// <exception cref="ArgumentException">Credentials are allowed together with <c>*</c>, or an origin is none.</exception>
    /// <example><code>router.Use(EdgeMiddleware.Cors(new() { Origins = ["https://app.example.com"], AllowCredentials = true }));</code></example>
    public static EdgeHandler Cors(EdgeCorsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new EdgeCors(options).InvokeAsync;
    }
}
