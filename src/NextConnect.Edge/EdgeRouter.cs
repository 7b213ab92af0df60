namespace NextConnect;

/// <summary>
/// Routes requests through handlers that return a response, on any host: <see cref="HttpRequestMessage"/> in, <see cref="HttpResponseMessage"/> out.
/// </summary>
/// <remarks>Matches the path that the host sets; without one, that of <see cref="HttpRequestMessage.RequestUri"/>, which may be relative.</remarks>
/// <example><code>var router = new EdgeRouter().Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"));</code></example>
public sealed class EdgeRouter : RouterBase<EdgeRouter, EdgeHandler, EdgeEndpoint>
{
    /// <summary>Runs the layers that match, even middleware alone. Errors propagate.</summary>
    /// <param name="req">The request; its URI may be relative.</param>
    /// <param name="ctx">What the handlers receive with it.</param>
    /// <returns>The first layer's response; null when nothing matches; 400 without a URI, or when the path has a control character or dot segment.</returns>
    /// <exception cref="InvalidOperationException">A layer returned no response, or the last one called <c>next</c>.</exception>
    /// <remarks>Freezes the router. next-connect's <c>run</c>.</remarks>
    public async Task<HttpResponseMessage?> RunAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(ctx);
        if (RequestState.PathOf(req) is not { } path)
            return EdgeDefaultResponses.Status(req, System.Net.HttpStatusCode.BadRequest);

        var match = Table.Find(req.Method.Method, path);
        EdgePreflight.Prepare(Table, ref match, req, path);
        if (match.Layers.Steps.Length == 0)
            return null;
        var state = RequestState.Of(req);
        var before = state.BeginParams();
        var watched = state.Watchers?.Count ?? 0;
        try
        {
            var response = ResponseGuard.Complete(req, await EdgeRun.RunAsync(match, req, ctx, null, StandardErrorObserver.Instance).ConfigureAwait(false));
            state.Watchers?.Tell(watched, response, null);
            return response;
        }
        catch (Exception error)
        {
            state.Watchers?.Tell(watched, null, error);
            throw;
        }
        finally
        {
            state.EndParams(before, isHandler: false);
        }
    }

    /// <summary>Makes the function that a host calls: it always returns a response.</summary>
    /// <param name="options">What to do with errors and without a route; null for the defaults.</param>
    /// <returns>An endpoint that never returns null and throws only when the request was cancelled.</returns>
    /// <remarks>Freezes the router. next-connect's <c>handler</c>: when only middleware matches, none of it runs and <c>OnNoMatch</c> responds.</remarks>
    public EdgeEndpoint Handler(EdgeHandlerOptions? options = null) => CreateHandler(options).InvokeAsync;

    /// <summary>Makes an in-memory transport: <c>new HttpClient(handler)</c> then calls the router, without a port.</summary>
    /// <param name="options">What to do with errors and without a route; null for the defaults.</param>
    /// <param name="inner">
    /// Receives requests that no route handles, such as the real service of a partial mock; it is disposed with the transport. Null: they receive the response
    /// of <see cref="Handler"/>.
    /// </param>
    /// <param name="recorder">Records the requests, for which it reads their bodies first; null for none.</param>
    /// <returns>A message handler for any number of clients.</returns>
    /// <remarks>
    /// Freezes the router. Behaves as a server on a socket does: handlers receive a message of their own, bodies stream both ways, HEAD, 204 and 304 responses
    /// lose their body, an error after the first byte truncates the response, and only what a wire carries gets across. A call that cannot be cancelled runs
    /// its handler on the caller's thread up to the first wait; those of an <see cref="HttpClient"/> always can.
    /// </remarks>
    /// <example><code>using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };</code></example>
    public HttpMessageHandler ToHttpMessageHandler(EdgeHandlerOptions? options = null, HttpMessageHandler? inner = null, RequestRecorder? recorder = null) =>
        new MemoryMessageHandler(new(this, options), inner, recorder);

    internal EdgeRequestHandler CreateHandler(EdgeHandlerOptions? options) => new(Table, options ?? new());

    private protected override EdgeRouter Create() => new();
}
