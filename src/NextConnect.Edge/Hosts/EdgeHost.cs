namespace NextConnect;

/// <summary>Serves a router on any server: one object for all requests, one <see cref="EdgeExchange"/> for each.</summary>
/// <param name="router">The router; it freezes.</param>
/// <param name="options">What to do with errors and without a route; null for the defaults.</param>
/// <remarks>
/// For each request the host makes an exchange and calls <see cref="ServeAsync"/> or <see cref="TryServeAsync"/>, which run the router, pass the response to
/// <see cref="EdgeExchange.SendAsync"/>, respond to errors, dispose both messages and wait for background work. The request's services must live until the
/// returned task has ended. The in-memory transport and the ASP.NET Core host use it.
/// </remarks>
/// <example><code>var host = new EdgeHost(router); await host.ServeAsync(new MyExchange(invocation));</code></example>
public sealed class EdgeHost(EdgeRouter router, EdgeHandlerOptions? options = null)
{
    private readonly EdgeRequestHandler _handler = EdgeRouterExtensions.NotNull(router).CreateHandler(options);

    /// <summary>Serves a request; it always receives a response, unless its client disconnects.</summary>
    /// <param name="exchange">The request.</param>
    /// <returns>A task that completes after the last byte and all background work. It fails only when an override of the exchange throws.</returns>
    public Task ServeAsync(EdgeExchange exchange) => RunAsync(exchange, passesOn: false);

    /// <summary>Serves a request that something else may handle: the rest of a pipeline, or another handler.</summary>
    /// <param name="exchange">The request.</param>
    /// <returns>
    /// Whether the request was served. False when no route handles it and <see cref="EdgeHandlerOptions.OnNoMatch"/> is not set: then nothing was sent, the
    /// request is not disposed, and <see cref="EdgeExchange.OnPassedOn"/> was called.
    /// </returns>
    public Task<bool> TryServeAsync(EdgeExchange exchange) => RunAsync(exchange, passesOn: true);

    private async Task<bool> RunAsync(EdgeExchange exchange, bool passesOn)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var isServed = true;
        try
        {
            isServed = await RespondAsync(exchange, passesOn).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(exchange, error).ConfigureAwait(false);
        }
        finally
        {
            foreach (var error in exchange.Context.HasBackground ? await exchange.Context.WaitForBackgroundAsync().ConfigureAwait(false) : [])
                exchange.OnBackgroundError(error);
            if (isServed)
                exchange.Request.Dispose(); // after the work that may still read it
        }
        return isServed;
    }

    private async Task<bool> RespondAsync(EdgeExchange exchange, bool passesOn)
    {
        using var response = await _handler.InvokeAsync(exchange.Request, exchange.Context, exchange, passesOn).ConfigureAwait(false);
        if (response is NoMatchResponse)
        {
            exchange.OnPassedOn(response);
            return false;
        }
        await exchange.SendAsync(response).ConfigureAwait(false);
        if (exchange.Context.HasBackground)
            await exchange.CompleteAsync().ConfigureAwait(false); // the client does not wait for background work
        return true;
    }

    /// <summary>Responds to an error that the router has not handled: its response could not be sent, or its client has disconnected.</summary>
    private static async Task FailAsync(EdgeExchange exchange, Exception error)
    {
        if (!exchange.IsDisconnect(error))
        {
            using var response = EdgeDefaultResponses.Error(exchange.Request, error, exchange);
            if (!exchange.HasStarted && await TrySendAsync(exchange, response).ConfigureAwait(false))
                return;
        }
        exchange.Abort();
    }

    private static async Task<bool> TrySendAsync(EdgeExchange exchange, HttpResponseMessage response)
    {
        try
        {
            await exchange.SendAsync(response).ConfigureAwait(false);
            return true;
        }
        catch (Exception error)
        {
            if (!exchange.IsDisconnect(error))
                exchange.OnError(error);
            return false;
        }
    }
}
