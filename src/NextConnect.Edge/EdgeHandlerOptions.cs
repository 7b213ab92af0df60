namespace NextConnect;

/// <summary>What <see cref="EdgeRouter.Handler(EdgeHandlerOptions?)"/> does when no route answers. Read once, when the handler is made.</summary>
public sealed class EdgeHandlerOptions
{
    /// <summary>
    /// Gets or sets what answers a failed request. It sees every error: of matching, of handlers and of <see cref="OnNoMatch"/>.
    /// Null: the error is logged once (to standard error; by an ASP.NET Core host to its <c>ILogger</c>), and the answer is 500 with the text <c>Internal Server Error</c>.
    /// </summary>
    public EdgeErrorHandler? OnError { get; set; }

    /// <summary>
    /// Gets or sets what makes a context of your own from the host's, for every request: a class derived from <see cref="EdgeContext"/>. Null: handlers
    /// receive the host's. It must not return null.
    /// </summary>
    /// <example><code>new EdgeHandlerOptions { CreateContext = host => new ShopContext(host) }</code></example>
    public Func<EdgeContext, EdgeContext>? CreateContext { get; set; }

    /// <summary>
    /// Gets or sets what answers when no route matched, or the last one called <c>next</c>. Null: 404 with the text <c>Route GET http://host/foo?x=1 not found</c>.
    /// </summary>
    public EdgeEndpoint? OnNoMatch { get; set; }

    /// <summary>
    /// Gets or sets whether a path that has routes for other methods only is answered 405 with <c>Allow</c>, after the matching middleware. Off by default, as in next-connect.
    /// </summary>
    public bool HandleMethodNotAllowed { get; set; }

    /// <summary>
    /// Gets or sets whether OPTIONS requests without a route of their own are answered 204 with <c>Allow</c>, after the matching middleware. Off by default, as in next-connect.
    /// </summary>
    public bool HandleOptions { get; set; }
}
