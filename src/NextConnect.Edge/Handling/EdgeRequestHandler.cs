using System.Net;

namespace NextConnect;

/// <summary>Implements <see cref="EdgeRouter.Handler"/>: finds the chain, runs it, and responds when the chain does not.</summary>
/// <param name="table">The frozen router.</param>
/// <param name="options">What to do with errors and without a route.</param>
internal sealed class EdgeRequestHandler(RouteTable table, EdgeHandlerOptions options)
{
    private readonly EdgeEndpoint _onNoMatch = options.OnNoMatch ?? EdgeDefaultResponses.NotFoundAsync;

    /// <summary>Responds to a request without a host.</summary>
    public Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(ctx);
        return InvokeAsync(req, ctx, StandardErrorObserver.Instance, passesOn: false);
    }

    /// <summary>Responds to a request.</summary>
    /// <param name="req">The request.</param>
    /// <param name="host">The host's context.</param>
    /// <param name="observer">The host.</param>
    /// <param name="passesOn">
    /// Whether something follows the router: then middleware runs even if it alone matches, and a no match is a <see cref="NoMatchResponse"/>, for the host to
    /// pass on; a user's <c>OnNoMatch</c> wins.
    /// </param>
    public async Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext host, IRequestObserver observer, bool passesOn)
    {
        if (RequestState.PathOf(req) is not { } path)
            return EdgeDefaultResponses.Status(req, HttpStatusCode.BadRequest);

        var ctx = host;
        var state = RequestState.Of(req);
        var before = state.BeginParams();
        var watched = state.Watchers?.Count ?? 0;
        HttpResponseMessage? response = null;
        Exception? error = null;
        try
        {
            ctx = host.Derive(options.CreateContext);
            response = await DispatchAsync(req, ctx, path, observer, passesOn).ConfigureAwait(false) ?? throw NoResponse("OnNoMatch");
            return response = ResponseGuard.Apply(req, response);
        }
        catch (Exception thrown)
        {
            (response, error) = (null, thrown);
            if (observer.IsDisconnect(host, thrown))
                throw;
            return response = await HandleErrorAsync(thrown, req, ctx, host, observer).ConfigureAwait(false);
        }
        finally
        {
            state.Watchers?.Tell(watched, response is NoMatchResponse ? null : response, error);
            state.EndParams(before, isHandler: true);
        }
    }

    private Task<HttpResponseMessage> DispatchAsync(HttpRequestMessage req, EdgeContext ctx, string path, IRequestObserver observer, bool passesOn)
    {
        var match = table.Find(req.Method.Method, path);
        if (!match.Layers.IsMiddlewareOnly)
            observer.OnRouteMatched(match.Layers.Route);

        var isPreflight = EdgePreflight.Prepare(table, ref match, req, path);
        var end = passesOn && options.OnNoMatch is null ? NoMatchResponse.CreateAsync : _onNoMatch;
        if (match.Layers.IsMiddlewareOnly)
        {
            if (table.FindAutomaticResponse(req.Method.Method, path, options) is { } response)
                (match, end) = (table.ForAutomaticResponse(req.Method.Method, path), (req, _) => Task.FromResult(EdgeDefaultResponses.Allow(req, response)));
            else if (!isPreflight && !passesOn)
                return RespondNoMatchAsync(match.Layers, req, ctx);
        }
        else if (AutomaticResponse.MayFollow(match.Layers, options))
        {
            end = EndOf(req.Method.Method, path, end, observer);
        }
        return EdgeRun.RunAsync(match, req, ctx, end, observer);
    }

    /// <summary>Makes the end of a chain that has only layers for every method: when all of them pass on, they were guards.</summary>
    private EdgeEndpoint EndOf(string method, string path, EdgeEndpoint noMatch, IRequestObserver observer) => (req, ctx) =>
    {
        if (table.FindAutomaticResponse(method, path, options) is not { } response)
            return noMatch(req, ctx);
        EdgeEndpoint end = (req, _) => Task.FromResult(EdgeDefaultResponses.Allow(req, response));
        return table.ForLateAutomaticResponse(method, path) is { } match ? EdgeRun.RunAsync(match, req, ctx, end, observer) : end(req, ctx);
    };

    /// <summary>Responds without running the middleware that matches. What has a part in every response still has it.</summary>
    private Task<HttpResponseMessage> RespondNoMatchAsync(MatchedLayers layers, HttpRequestMessage req, EdgeContext ctx)
    {
        foreach (var step in layers.Steps)
            (step.Function.Target as IEveryResponseMiddleware)?.Prepare(req, ctx);
        return CallAsync(_onNoMatch, req, ctx);
    }

    private async Task<HttpResponseMessage> HandleErrorAsync(
        Exception error, HttpRequestMessage req, EdgeContext ctx, EdgeContext host, IRequestObserver observer)
    {
        if (options.OnError is { } onError)
        {
            try
            {
                if (await CallAsync((req, ctx) => onError(error, req, ctx), req, ctx).ConfigureAwait(false) is { } own)
                    return ResponseGuard.Apply(req, own);
            }
            catch (Exception second) when (!observer.IsDisconnect(host, second))
            {
                error = new AggregateException("OnError failed while it handled another error.", second, error);
            }
        }
        return EdgeDefaultResponses.Error(req, error, observer);
    }

    /// <summary>Calls <c>OnNoMatch</c> or <c>OnError</c>, which are not layers, but may respond by throwing too.</summary>
    private static async Task<HttpResponseMessage> CallAsync(EdgeEndpoint endpoint, HttpRequestMessage req, EdgeContext ctx)
    {
        try
        {
            return await endpoint(req, ctx).ConfigureAwait(false);
        }
        catch (EdgeResponseException exception)
        {
            RequestState.Of(req).Decided = null; // taken here, not by a layer around this router
            return exception.Response;
        }
    }

    /// <summary>Makes the error of <c>OnNoMatch</c> that returned null.</summary>
    public static InvalidOperationException NoResponse(string name) => new($"{name} returned no response (null). Return an HttpResponseMessage.");
}
