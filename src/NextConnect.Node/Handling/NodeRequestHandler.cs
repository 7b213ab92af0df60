using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>What <see cref="NodeRouter.Handler"/> makes: finds the chain, runs it, and answers whatever the chain did not.</summary>
/// <param name="table">The frozen router.</param>
/// <param name="options">What to do when no route answers.</param>
internal sealed class NodeRequestHandler(RouteTable table, NodeHandlerOptions options)
{
    private readonly NodeEndpoint _onNoMatch = options.OnNoMatch ?? NodeDefaultResponses.NotFound;
    private readonly NodeErrorHandler? _onError = options.OnError;
    private readonly bool _handlesMethodNotAllowed = options.HandleMethodNotAllowed;
    private readonly bool _handlesOptions = options.HandleOptions;

    public Task InvokeAsync(HttpContext context) => RouterTelemetry.IsOn ? RouterTelemetry.ObserveAsync(context, AnswerAsync) : AnswerAsync(context);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error is answered.")]
    private Task AnswerAsync(HttpContext context)
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

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error is answered.")]
    private async Task WatchAsync(HttpContext context, Task chain)
    {
        try
        {
            await chain.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            if (!NodeDefaultResponses.TryAbandon(context, error))
                await AnswerErrorAsync(context, error).ConfigureAwait(false);
        }
    }

    private Task DispatchAsync(HttpRequest req, HttpResponse res)
    {
        var path = req.Path.Value ?? "";
        if (!RequestPath.IsRoutable(path))
            return NodeDefaultResponses.StatusAsync(req, res, StatusCodes.Status400BadRequest);

        var match = table.Find(req.Method, path);
        if (!match.IsMiddlewareOnly)
        {
            RouteTag.Set(req.HttpContext, match.Route);
            NodeParams.Set(req, match);
            return NodeRun.Of(match, req, res, _onNoMatch).Run();
        }
        if (AutomaticAnswer(req.Method, path) is { } answer)
        {
            NodeParams.Set(req, match);
            return NodeRun.Of(match, req, res, answer).Run();
        }
        return _onNoMatch(req, res);
    }

    /// <summary>The 204 or 405 for a path whose routes are for other methods; null when there is none to give.</summary>
    internal NodeEndpoint? AutomaticAnswer(string method, string path)
    {
        var answersOptions = _handlesOptions && method == "OPTIONS";
        if ((!answersOptions && !_handlesMethodNotAllowed) || table.MethodsOf(path) is not { Count: > 0 } methods)
            return null;

        if (_handlesOptions)
            methods.Add("OPTIONS");
        var allow = string.Join(", ", methods);
        return (req, res) => NodeDefaultResponses.AllowAsync(req, res, answersOptions, allow);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A second error must not replace the answer.")]
    internal async Task AnswerErrorAsync(HttpContext context, Exception error)
    {
        if (_onError is null)
        {
            await NodeDefaultResponses.ErrorAsync(context, error).ConfigureAwait(false);
            return;
        }

        var res = context.Response;
        var hadStarted = res.HasStarted;
        if (!hadStarted)
            res.ContentLength = null; // the failed handler's, not the error page's
        try
        {
            await _onError(error, context.Request, res).ConfigureAwait(false);
            if (hadStarted)
                context.Abort(); // a truncated response must not look complete
        }
        catch (Exception second)
        {
            if (!NodeDefaultResponses.TryAbandon(context, second))
                await NodeDefaultResponses.ErrorAsync(context, new AggregateException("OnError failed while it handled another error.", second, error)).ConfigureAwait(false);
        }
    }
}
