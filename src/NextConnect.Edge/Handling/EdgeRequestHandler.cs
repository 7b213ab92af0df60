using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace NextConnect;

/// <summary>What <see cref="EdgeRouter.Handler(EdgeHandlerOptions?)"/> makes: finds the chain, runs it, and answers whatever the chain did not.</summary>
internal sealed class EdgeRequestHandler(
    RouteTable table, EdgeHandlerOptions options, EdgeErrorFallback log, RouteMatchedCallback? routeSeen)
{
    private readonly EdgeEndpoint _onNoMatch = options.OnNoMatch ?? EdgeDefaultResponses.NotFoundAsync;
    private readonly EdgeErrorHandler? _onError = options.OnError;
    private readonly Func<EdgeContext, EdgeContext> _createContext = options.CreateContext ?? (static ctx => ctx);
    private readonly bool _handlesMethodNotAllowed = options.HandleMethodNotAllowed;
    private readonly bool _handlesOptions = options.HandleOptions;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error is answered.")]
    public async Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(ctx);
        ctx = _createContext(ctx);
        if (EdgePath.Of(req) is not { } path)
            return EdgeDefaultResponses.Status(req, HttpStatusCode.BadRequest);

        try
        {
            return ResponseGuard.Apply(req, await DispatchAsync(req, ctx, path).ConfigureAwait(false) ?? throw NoResponse("OnNoMatch"));
        }
        catch (Exception error) when (!IsAbort(ctx, error))
        {
            return await AnswerErrorAsync(error, req, ctx).ConfigureAwait(false);
        }
    }

    private Task<HttpResponseMessage> DispatchAsync(HttpRequestMessage req, EdgeContext ctx, string path)
    {
        var match = table.Find(req.Method.Method, path);
        if (match.Route is { } route)
            routeSeen?.Invoke(req, route);
        var end = match.IsMiddlewareOnly ? AutomaticAnswer(req.Method.Method, path) : _onNoMatch;
        if (EdgePreflight.Prepare(table, match, req, path))
            end ??= _onNoMatch;
        if (end is null)
            return EdgeAnswer.CallAsync(_onNoMatch, req, ctx);

        EdgeParams.Set(req, match.ReadParams());
        EdgeRoute.Set(req, match.Steps);
        return new EdgeRun(match.Steps, req, ctx, end).Run();
    }

    /// <summary>The 204 or 405 for a path whose routes are for other methods; null when there is none to give.</summary>
    private EdgeEndpoint? AutomaticAnswer(string method, string path)
    {
        var answersOptions = _handlesOptions && method == "OPTIONS";
        if ((!answersOptions && !_handlesMethodNotAllowed) || table.MethodsOf(path) is not { Count: > 0 } methods)
            return null;

        if (_handlesOptions)
            methods.Add("OPTIONS");
        return (req, _) => Task.FromResult(EdgeDefaultResponses.Allow(req, answersOptions, methods));
    }

    /// <summary>The client has gone: nobody waits for an answer, and nothing went wrong here.</summary>
    private static bool IsAbort(EdgeContext ctx, Exception error) =>
        ctx.Aborted.IsCancellationRequested &&
        (error is HttpRequestException { InnerException: { } inner } ? inner : error) is OperationCanceledException or IOException;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A second error must not replace the answer.")]
    private async Task<HttpResponseMessage> AnswerErrorAsync(Exception error, HttpRequestMessage req, EdgeContext ctx)
    {
        if (_onError is not null)
        {
            try
            {
                return ResponseGuard.Apply(req, await EdgeAnswer.CallAsync((req, ctx) => _onError(error, req, ctx), req, ctx).ConfigureAwait(false) ?? throw NoResponse("OnError"));
            }
            catch (Exception second) when (!IsAbort(ctx, second))
            {
                error = new AggregateException("OnError failed while it handled another error.", second, error);
            }
        }
        return error is EdgeRequestException fault ? EdgeResponse.Problem(fault) : EdgeDefaultResponses.Status(req, log(req, error));
    }

    private static InvalidOperationException NoResponse(string name) => new($"{name} returned no response (null). Return an HttpResponseMessage.");
}
