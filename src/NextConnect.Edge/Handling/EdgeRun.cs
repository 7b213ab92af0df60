using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>The chain of one <see cref="EdgeRouter"/> request.</summary>
/// <param name="steps">What matched.</param>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host passes with the request.</param>
/// <param name="end">What <c>next</c> runs after the last step; null to refuse it.</param>
internal sealed partial class EdgeRun(ChainStep[] steps, HttpRequestMessage req, EdgeContext ctx, EdgeEndpoint? end)
    : ChainRun<Task<HttpResponseMessage>>(steps)
{
    private readonly RequestState _state = RequestState.Of(req);

    /// <summary>Records the route, sets the parameters, and runs what matched.</summary>
    public static Task<HttpResponseMessage> RunAsync(RouteMatch match, HttpRequestMessage req, EdgeContext ctx, EdgeEndpoint? end)
    {
        var run = new EdgeRun(match.Layers.Steps, req, ctx, end);
        run._state.Route = match.Layers.Route ?? run._state.Route;
        run._state.AddParams(match.ReadParams());
        var running = run.Run();
        return running.IsCompletedSuccessfully ? run.Seen(running) : running;
    }

    protected override Task<HttpResponseMessage> Call(in ChainStep step, int index) => step.TakesNext
        ? Unsafe.As<EdgeHandler>(step.Function)(req, ctx, index == 0 ? First : new Link(this, index).Next)
        : Unsafe.As<EdgeEndpoint>(step.Function)(req, ctx);

    protected override Task<HttpResponseMessage> CallEnd() => end is not null
        ? SeenAsync(end(req, ctx))
        : throw new InvalidOperationException(
            "next() was called by the last layer that matches. RunAsync has no response to return there: return one, or use Handler(), which calls OnNoMatch.");

    [SuppressMessage("Performance", "CA1849:Call async methods when in an async method", Justification = "The task has ended.")]
    protected override Task<HttpResponseMessage> Check(Task<HttpResponseMessage> result, RouteLayer layer)
    {
        if (TakeDecided(result) is { } decided)
            return Seen(Task.FromResult(decided));
        if (!result.IsCompletedSuccessfully)
            return result.IsCompleted ? result : CheckAsync(result, layer);
        return result.Result is null ? throw NoResponse(layer) : Seen(result);
    }

    protected override Task<HttpResponseMessage> Failed(Exception error)
    {
        var result = Task.FromException<HttpResponseMessage>(error);
        return TakeDecided(result) is { } decided ? Seen(Task.FromResult(decided)) : result;
    }

    protected override Task<HttpResponseMessage> OnFreshStack(Func<Task<HttpResponseMessage>> function) => Task.Run(function);

    protected override async Task<HttpResponseMessage> SettleAsync(Task<HttpResponseMessage> root)
    {
        try
        {
            await WaitForAllAsync(root).ConfigureAwait(false);
            return Seen(await root.ConfigureAwait(false));
        }
        catch
        {
            DisposeLatest();
            throw;
        }
    }

    private async Task<HttpResponseMessage> CheckAsync(Task<HttpResponseMessage> result, RouteLayer layer)
    {
        await ((Task)result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Seen(TakeDecided(result) ?? await result.ConfigureAwait(false) ?? throw NoResponse(layer));
    }

    /// <summary>Takes the response that a layer has decided with <c>req.Respond</c>; null without one, and while the layer runs.</summary>
    private HttpResponseMessage? TakeDecided(Task<HttpResponseMessage> layer)
    {
        if (!layer.IsCompleted)
            return null;
        var thrown = layer.IsFaulted && layer.Exception.InnerExceptions[0] is EdgeResponseException exception ? exception.Response : null;
        if (_state.Decided is not { } decided)
            return thrown;

        _state.Decided = null;
        if (layer.IsCompletedSuccessfully && layer.Result != decided)
            layer.Result?.Dispose();
        return thrown ?? decided;
    }

    private static InvalidOperationException NoResponse(RouteLayer layer) =>
        new($"A handler of '{layer.DisplayName}' returned no response (null). Return an HttpResponseMessage, or what next() returned.");
}
