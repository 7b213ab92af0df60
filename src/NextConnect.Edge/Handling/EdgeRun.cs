using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>The chain of one <see cref="EdgeRouter"/> request.</summary>
/// <param name="steps">What matched.</param>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host passes with the request.</param>
/// <param name="end">What <c>next</c> runs after the last step; null to refuse it.</param>
/// <param name="state">What the routers record of the request.</param>
/// <param name="views">The parameters as each step sees them; null when all see the same.</param>
/// <param name="observer">The host.</param>
internal sealed partial class EdgeRun(
    ChainStep[] steps, HttpRequestMessage req, EdgeContext ctx, EdgeEndpoint? end, RequestState state, EdgeParamViews? views, IRequestObserver observer)
    : ChainRun<Task<HttpResponseMessage>>(steps, views)
{
    /// <summary>Records the route, sets the parameters, and runs what matched.</summary>
    public static Task<HttpResponseMessage> RunAsync(RouteMatch match, HttpRequestMessage req, EdgeContext ctx, EdgeEndpoint? end, IRequestObserver observer)
    {
        var state = RequestState.Of(req);
        state.Route = match.Layers.Route ?? state.Route;
        var views = match.HasOwnParams ? new EdgeParamViews(match, state) : null;
        state.AddParams(match.ReadParams());
        var run = new EdgeRun(match.Layers.Steps, req, ctx, end, state, views, observer);
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

    /// <summary>A layer that has ended without an error has returned a response.</summary>
    protected override bool HasRespondedTo(Exception error, RouteLayer layer)
    {
        if (!observer.IsDisconnect(ctx, error))
            observer.OnUnawaitedError(error, layer.DisplayName);
        return true;
    }

    protected override Task<HttpResponseMessage> OnFreshStack(Func<Task<HttpResponseMessage>> function) => Task.Run(function);

    protected override async Task<HttpResponseMessage> After(Task wait, Task<HttpResponseMessage> result)
    {
        try
        {
            await wait.ConfigureAwait(false);
            return Seen(await result.ConfigureAwait(false));
        }
        catch when (Reached < 0)
        {
            DropLatest(); // the chain has ended without a response
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
        if (state.Decided is not { } decided)
            return thrown;

        state.Decided = null;
        if (layer.IsCompletedSuccessfully && layer.Result is { } replaced && replaced != decided)
            state.Own(replaced); // the decided one may contain it, or its content
        return thrown ?? decided;
    }

    private static InvalidOperationException NoResponse(RouteLayer layer) =>
        new($"A handler of '{layer.DisplayName}' returned no response (null). Return an HttpResponseMessage, or what next() returned.");
}
