using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Implements <see cref="NodeRouter.Handler"/>: finds the chain, runs it, and responds when the chain does not.</summary>
/// <param name="table">The frozen router.</param>
/// <param name="options">What to do with errors and without a route.</param>
internal sealed class NodeRequestHandler(RouteTable table, NodeHandlerOptions options)
{
    private readonly NodeEndpoint _onNoMatch = UnlessBegun(options.OnNoMatch ?? NodeDefaultResponses.NotFoundAsync);

    public Task InvokeAsync(HttpContext context) => RouterTelemetry.IsOn ? RouterTelemetry.ObserveAsync(context, RespondAsync) : RespondAsync(context);

    /// <summary>Runs what matches a request.</summary>
    /// <param name="req">The request.</param>
    /// <param name="res">Its response.</param>
    /// <param name="rest">What follows the last layer, even when only middleware matches. Null: middleware alone does not run.</param>
    public Task DispatchAsync(HttpRequest req, HttpResponse res, NodeEndpoint? rest = null)
    {
        if (NodePath.Of(req) is not { } path)
            return NodeDefaultResponses.StatusAsync(res, StatusCodes.Status400BadRequest);

        var match = table.Find(req.Method, path);
        var end = rest ?? _onNoMatch;
        if (match.Layers.IsMiddlewareOnly)
        {
            if (table.FindAutomaticResponse(req.Method, path, options) is { } response)
                (match, end) = (table.ForAutomaticResponse(req.Method, path), UnlessBegun((_, res) => NodeDefaultResponses.AllowAsync(res, response)));
            else if (rest is null)
                return _onNoMatch(req, res);
        }
        else if (AutomaticResponse.MayFollow(match.Layers, options))
        {
            end = EndOf(req.Method, path, end);
        }
        return NodeRun.RunAsync(match, req, res, end);
    }

    /// <summary>Responds to an error of the chain.</summary>
    public async Task HandleErrorAsync(HttpContext context, Exception error)
    {
        if (options.OnError is not { } onError)
        {
            await NodeErrors.RespondAsync(context, error).ConfigureAwait(false);
            return;
        }

        try
        {
            var isDeclined = false;
            await NodeErrors.RespondWithAsync(context.Response, async () =>
            {
                var before = ResponseState.Of(context.Response);
                await onError(error, context.Request, context.Response).ConfigureAwait(false);
                isDeclined = before is { HasStarted: false, Status: < StatusCodes.Status400BadRequest } && ResponseState.Of(context.Response) == before;
            }).ConfigureAwait(false);
            if (isDeclined)
                await NodeErrors.RespondAsync(context, error).ConfigureAwait(false);
        }
        catch (Exception second)
        {
            var both = new AggregateException("OnError failed while it handled another error.", second, error);
            if (!await NodeErrors.TryAbandonAsync(context, second).ConfigureAwait(false))
                await NodeErrors.RespondAsync(context, second == error ? error : both).ConfigureAwait(false);
        }
    }

    /// <summary>Skips a response that can no longer be sent: a layer that has responded and then called <c>next</c> keeps its own (Connect).</summary>
    private static NodeEndpoint UnlessBegun(NodeEndpoint respond) => (req, res) => ResponseState.HasBegun(res) ? Task.CompletedTask : respond(req, res);

    /// <summary>Makes the end of a chain that has only layers for every method: when all of them pass on, they were guards.</summary>
    private NodeEndpoint EndOf(string method, string path, NodeEndpoint noMatch) => (req, res) =>
    {
        if (ResponseState.HasBegun(res) || table.FindAutomaticResponse(method, path, options) is not { } response)
            return noMatch(req, res);
        var end = UnlessBegun((_, res) => NodeDefaultResponses.AllowAsync(res, response));
        return table.ForLateAutomaticResponse(method, path) is { } match ? NodeRun.RunAsync(match, req, res, end) : end(req, res);
    };

    private Task RespondAsync(HttpContext context)
    {
        Task chain;
        try
        {
            chain = DispatchAsync(context.Request, context.Response);
        }
        catch (Exception error)
        {
            chain = Task.FromException(error);
        }
        return chain.IsCompletedSuccessfully ? chain : WatchAsync(context, chain);
    }

    private async Task WatchAsync(HttpContext context, Task chain)
    {
        try
        {
            await chain.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            if (!await NodeErrors.TryAbandonAsync(context, error).ConfigureAwait(false))
                await HandleErrorAsync(context, error).ConfigureAwait(false);
        }
    }
}
