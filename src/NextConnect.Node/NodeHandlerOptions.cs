namespace NextConnect;

/// <summary>Configures how <see cref="NodeRouter.Handler"/> handles errors, and requests that no route handles. Read once, when the handler is made.</summary>
public sealed class NodeHandlerOptions : HandlerOptions
{
    /// <summary>
    /// Gets what handles a failed request. It receives every error: from matching, handlers, <see cref="OnNoMatch"/> and wrapped callbacks. Null: the error is
    /// logged once, and the response is 500 with the text <c>Internal Server Error</c>. The same happens when it throws that error again, or completes without
    /// having responded: the response has not started, and it has set no status, length or type. A status of 400 or more that the failed handler had set counts
    /// as a response, which is sent without a body.
    /// </summary>
    public NodeErrorHandler? OnError { get; init; }

    /// <summary>
    /// Gets what handles a request when no route matches, or when the last one calls <c>next</c>. Null: 404 with the text <c>Route GET /foo?x=1 not found</c>.
    /// </summary>
    public NodeEndpoint? OnNoMatch { get; init; }
}
