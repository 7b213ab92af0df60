namespace NextConnect;

/// <summary>
/// Routes requests through handlers that return a response, on any host: <see cref="HttpRequestMessage"/> in, <see cref="HttpResponseMessage"/> out.
/// </summary>
/// <remarks>
/// The path that is matched is the one the host gives; without one, <see cref="HttpRequestMessage.RequestUri"/>'s, which may be relative.
/// </remarks>
/// <example><code>var router = new EdgeRouter().Get("/hello/:name", (req, ctx) => new HttpResponseMessage { Content = new StringContent(req.Params["name"]!) });</code></example>
public sealed class EdgeRouter : RouterBase<EdgeRouter, EdgeHandler, EdgeEndpoint>
{
    /// <summary>Runs the layers that match, middleware alone included, and lets errors through.</summary>
    /// <param name="req">The request; its URI may be relative.</param>
    /// <param name="ctx">What the handlers get beside it.</param>
    /// <returns>
    /// The first layer's response; null when nothing matches; a 400 when the request has no URI or its path has a control character or a dot segment.
    /// </returns>
    /// <exception cref="InvalidOperationException">A layer returned no response, or the last one called <c>next</c>.</exception>
    /// <remarks>Freezes the router. next-connect's <c>run</c>.</remarks>
    public async Task<HttpResponseMessage?> RunAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        ArgumentNullException.ThrowIfNull(req);
        if (EdgePath.Of(req) is not { } path)
            return EdgeDefaultResponses.Status(req, System.Net.HttpStatusCode.BadRequest);

        var match = Table.Find(req.Method.Method, path);
        EdgeParams.Set(req, match.ReadParams());
        EdgeRoute.Set(req, match.Steps);
        EdgePreflight.Prepare(Table, match, req, path);
        if (match.Steps.Length == 0)
            return null;
        var response = await new EdgeRun(match.Steps, req, ctx, null).Run().ConfigureAwait(false);
        EdgeResponseCookies.Apply(req, response);
        return response;
    }

    /// <summary>Makes the function a host calls: it always answers.</summary>
    /// <param name="options">What to do when no route answers; null for the defaults.</param>
    /// <returns>An endpoint that never gives null and throws only when the request was cancelled.</returns>
    /// <remarks>Freezes the router. next-connect's <c>handler</c>: when only middleware matches, none of it runs and the answer is <c>OnNoMatch</c>.</remarks>
    public EdgeEndpoint Handler(EdgeHandlerOptions? options = null) => Handler(options, EdgeDefaultResponses.LogToStandardError);

    /// <summary>Makes an in-memory transport: <c>new HttpClient(handler)</c> then calls the router, without a port.</summary>
    /// <param name="options">What to do when no route answers; null for the defaults.</param>
    /// <param name="inner">Where requests go that no route answers, such as the real service of a partial mock; it is disposed with the transport. Null: they are answered as by <see cref="Handler(EdgeHandlerOptions?)"/>.</param>
    /// <param name="recorder">Where requests are recorded, which reads their bodies first; null for nowhere.</param>
    /// <returns>A message handler for any number of clients.</returns>
    /// <remarks>
    /// Freezes the router. Behaves as a server on a socket does: handlers get a message of their own, bodies stream both ways, HEAD, 204 and 304 answers lose
    /// their body, an error after the first byte breaks the response off, and only what a wire carries gets across. A call that cannot be cancelled runs its
    /// handler on the caller's thread up to the first wait; an <see cref="HttpClient"/>'s always can.
    /// </remarks>
    /// <example><code>using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };</code></example>
    public HttpMessageHandler ToHttpMessageHandler(EdgeHandlerOptions? options = null, HttpMessageHandler? inner = null, RequestRecorder? recorder = null) =>
        new EdgeMessageHandler(Handler(inner is null ? options : NoMatchResponse.Instead(options)), inner, recorder);

    internal EdgeEndpoint Handler(EdgeHandlerOptions? options, EdgeErrorFallback log, RouteMatchedCallback? routeSeen = null) =>
        new EdgeRequestHandler(Table, options ?? new(), log, routeSeen).InvokeAsync;

    private protected override EdgeRouter Create() => new();
}
