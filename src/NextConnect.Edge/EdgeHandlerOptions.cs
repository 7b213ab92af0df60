namespace NextConnect;

/// <summary>What <see cref="EdgeRouter{TContext}.Handler(EdgeHandlerOptions{TContext}?)"/> does when no route answers. Read once, when the handler is made.</summary>
/// <typeparam name="TContext">What the host hands in beside the request.</typeparam>
public sealed class EdgeHandlerOptions<TContext>
{
    /// <summary>
    /// Gets or sets what answers a failed request. It sees every error: of matching, of handlers and of <see cref="OnNoMatch"/>.
    /// Null: the error is logged once (to standard error; by an ASP.NET Core host to its <c>ILogger</c>), and the answer is 500 with the text <c>Internal Server Error</c>.
    /// </summary>
    public EdgeErrorHandler<TContext>? OnError { get; set; }

    /// <summary>
    /// Gets or sets what answers when no route matched, or the last one called <c>next</c>. Null: 404 with the text <c>Route GET http://host/foo?x=1 not found</c>.
    /// </summary>
    public EdgeEndpoint<TContext>? OnNoMatch { get; set; }

    /// <summary>
    /// Gets or sets whether a path that has routes for other methods only is answered 405 with <c>Allow</c>, after the matching middleware. Off by default, as in next-connect.
    /// </summary>
    public bool HandleMethodNotAllowed { get; set; }

    /// <summary>
    /// Gets or sets whether OPTIONS requests without a route of their own are answered 204 with <c>Allow</c>, after the matching middleware. Off by default, as in next-connect.
    /// </summary>
    public bool HandleOptions { get; set; }
}
