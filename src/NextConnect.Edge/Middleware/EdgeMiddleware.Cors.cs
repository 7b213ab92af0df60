namespace NextConnect;

/// <content>CORS.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Lets other sites call. Responds to a preflight with 204 and the methods of the path's routes, without calling later layers: register guards after it.
    /// For OPTIONS requests on paths with routes, <c>Handler()</c> runs the matching middleware when this one is among it, even if no route matches.
    /// </summary>
    /// <param name="options">Who may call.</param>
    /// <returns>The middleware.</returns>
    /// <exception cref="ArgumentException">Credentials or other origins are allowed together with <c>*</c>, or an origin is malformed.</exception>
    /// <example><code>router.Use(EdgeMiddleware.Cors(new() { Origins = ["https://app.example.com"], AllowCredentials = true }));</code></example>
    public static EdgeHandler Cors(EdgeCorsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new EdgeCors(options).InvokeAsync;
    }
}
