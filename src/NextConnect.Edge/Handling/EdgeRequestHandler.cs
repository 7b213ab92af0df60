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
    /// <param name="passesOn">Whether a no match is a <see cref="NoMatchResponse"/>, for the host to pass on; a user's <c>OnNoMatch</c> wins.</param>
    public async Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext host, IRequestObserver observer, bool passesOn)
    {
        if (RequestState.PathOf(req) is not { } path)
            return EdgeDefaultResponses.Status(req, HttpStatusCode.BadRequest);

        var ctx = host;
        var state = RequestState.Of(req);
        var watched = state.Watchers?.Count ?? 0;
        HttpResponseMessage? response = null;
        Exception? error = null;
        try
        {
            ctx = host.Derive(options.CreateContext);
            var onNoMatch = passesOn && options.OnNoMatch is null ? NoMatchResponse.CreateAsync : _onNoMatch;
            response = await DispatchAsync(req, ctx, path, observer, onNoMatch).ConfigureAwait(false) ?? throw NoResponse("OnNoMatch");
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
        }
    }

    private Task<HttpResponseMessage> DispatchAsync(HttpRequestMessage req, EdgeContext ctx, string path, IRequestObserver observer, EdgeEndpoint onNoMatch)
    {
        var match = table.Find(req.Method.Method, path);
        if (match.Layers.Route is { } route)
            observer.OnRouteMatched(route);

        var isPreflight = EdgePreflight.Prepare(table, match.Layers, req, path);
        var end = onNoMatch;
        if (match.Layers.IsMiddlewareOnly)
        {
            if (table.FindAutomaticResponse(req.Method.Method, path, options) is { } response)
                end = (req, _) => Task.FromResult(EdgeDefaultResponses.Allow(req, response));
            else if (!isPreflight)
                return RespondNoMatchAsync(match.Layers, req, ctx, onNoMatch);
        }
        return EdgeRun.RunAsync(match, req, ctx, end);
    }

    /// <summary>Responds without running middleware. What has a part in every response still has it, unless the request is passed on.</summary>
    private static Task<HttpResponseMessage> RespondNoMatchAsync(MatchedLayers layers, HttpRequestMessage req, EdgeContext ctx, EdgeEndpoint onNoMatch)
    {
        foreach (var step in onNoMatch == NoMatchResponse.CreateAsync ? [] : layers.Steps)
            (step.Function.Target as IEveryResponseMiddleware)?.Prepare(req, ctx);
        return CallAsync(onNoMatch, req, ctx);
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
            return exception.Response;
        }
    }

    private static InvalidOperationException NoResponse(string name) => new($"{name} returned no response (null). Return an HttpResponseMessage.");
}
