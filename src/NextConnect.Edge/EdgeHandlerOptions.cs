namespace NextConnect;

/// <summary>Configures how <see cref="EdgeRouter.Handler"/> handles errors, and requests that no route handles. Read once, when the handler is made.</summary>
public sealed class EdgeHandlerOptions : HandlerOptions
{
    /// <summary>
    /// Gets what makes your own context, derived from <see cref="EdgeContext"/>, from the host's for every request; it must not return null. Null: handlers
    /// receive the host's.
    /// </summary>
    /// <example><code>new EdgeHandlerOptions { CreateContext = host => new ShopContext(host) }</code></example>
    public Func<EdgeContext, EdgeContext>? CreateContext { get; init; }

    /// <summary>
    /// Gets what handles a failed request. It receives every error: from matching, handlers and <see cref="OnNoMatch"/>. Null, or a function that returns null:
    /// an <see cref="EdgeRequestException"/> becomes the problem document of <see cref="EdgeResponse.Problem(EdgeRequestException)"/>; any other error is
    /// logged once (to standard error; by an ASP.NET Core host to its <c>ILogger</c>), and the response is 500 with the text <c>Internal Server Error</c>.
    /// </summary>
    /// <example><code>
    /// OnError = (error, req, ctx) => Task.FromResult(error is TimeoutException ? EdgeResponse.Problem(HttpStatusCode.GatewayTimeout) : null)
    /// </code></example>
    public EdgeErrorHandler? OnError { get; init; }

    /// <summary>
    /// Gets what handles a request when no route matches, or when the last one calls <c>next</c>. Null: 404 with the text
    /// <c>Route GET http://host/foo?x=1 not found</c>.
    /// </summary>
    public EdgeEndpoint? OnNoMatch { get; init; }
}
