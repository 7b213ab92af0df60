namespace NextConnect;

/// <summary>Represents a request that a host of your own makes (see <see cref="EdgeExchange"/>): a message with what a URI cannot carry.</summary>
/// <param name="method">The method as the client sent it; its case is kept, since <c>get</c> is not <c>GET</c>.</param>
/// <param name="uri">The address, which only handlers read; null for none. When <see cref="Path"/> is set, routing ignores it.</param>
public sealed class EdgeRequest(string method, Uri? uri) : HttpRequestMessage(MethodOf(method), uri)
{
    /// <summary>
    /// Gets the path to match: decoded once, <c>%2F</c> kept, dot segments resolved, without query and without the host's own part
    /// (<see cref="EdgeContext.PathBase"/>). Null: the path of the URI, decoded as servers do.
    /// </summary>
    public string? Path
    {
        get => State.Path;
        init => State.Path = value;
    }

    /// <summary>Gets the host's own route parameters, such as its endpoint's; in <c>req.Params</c> they override the router's. Null for none.</summary>
    public IReadOnlyDictionary<string, string?>? RouteValues
    {
        get;
        init
        {
            field = value;
            if (value is { Count: > 0 })
                State.AddParams(RouteParamsBuilder.Merge(value, [])); // a copy: the host may reuse its own
        }
    }

    /// <summary>Gets the form, when the host has read it from the body already: <c>req.ReadFormAsync</c> returns it. Null to read it from the body.</summary>
    public EdgeForm? Form { get; init; }

    internal RequestState State { get; } = new();

    /// <summary>Adds a header of the request or of its content, which is set before. Drops headers that belong to one connection (RFC 9110 §7.6.1).</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, not validated.</param>
    public void AddHeader(string name, string? value)
    {
        if (HopByHopHeaders.Contains(name) || Headers.TryAddWithoutValidation(name, value))
            return;
        (Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>
    /// Gives a request without body empty content, unless its method expects none. An <see cref="HttpClient"/> announces such a body with
    /// <c>Content-Length: 0</c>; other clients' requests would look different to handlers.
    /// </summary>
    internal void EnsureContent()
    {
        if (Content is null && Method.Method is not ("GET" or "HEAD" or "DELETE" or "OPTIONS" or "CONNECT"))
            Content = new ByteArrayContent([]) { Headers = { ContentLength = 0 } };
    }

    /// <inheritdoc/>
    /// <remarks>Also disposes the responses that were replaced on their way: dispose the request after its response.</remarks>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            State.DisposeOwned();
        base.Dispose(disposing);
    }

    private static HttpMethod MethodOf(string method) => method switch
    {
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        "PUT" => HttpMethod.Put,
        "DELETE" => HttpMethod.Delete,
        "PATCH" => HttpMethod.Patch,
        "HEAD" => HttpMethod.Head,
        "OPTIONS" => HttpMethod.Options,
        "TRACE" => HttpMethod.Trace,
        _ => new HttpMethod(method),
    };
}
