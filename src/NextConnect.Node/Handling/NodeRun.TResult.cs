using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The chain of one <see cref="NodeRouter{TResult}"/> request.</summary>
internal sealed class NodeRun<TResult>(ChainStep[] steps, HttpRequest req, HttpResponse res, NodeParamViews? views)
    : ChainRun<Task<TResult>>(steps, views)
{
    /// <summary>Records the route, sets the parameters, and runs what matched.</summary>
    public static Task<TResult> RunAsync(RouteMatch match, HttpRequest req, HttpResponse res)
    {
        var views = MatchedRequest.Begin(req, match);
        return new NodeRun<TResult>(match.Layers.Steps, req, res, views).Run();
    }

    protected override Task<TResult> Call(in ChainStep step, int index) => step.TakesNext
        ? Unsafe.As<NodeHandler<TResult>>(step.Function)(req, res, index == 0 ? First : new Link(this, index).Next)
        : Unsafe.As<NodeEndpoint<TResult>>(step.Function)(req, res);

    protected override Task<TResult> CallEnd() => Task.FromResult<TResult>(default!);

    protected override Task<TResult> Failed(Exception error) => Task.FromException<TResult>(error);

    /// <summary>A layer that has ended without an error has returned a value.</summary>
    protected override bool HasRespondedTo(Exception error, RouteLayer layer)
    {
        NodeErrors.LogUnawaited(req.HttpContext, error, layer.DisplayName);
        return true;
    }

    protected override Task<TResult> OnFreshStack(Func<Task<TResult>> function) => Task.Run(function);

    protected override async Task<TResult> After(Task wait, Task<TResult> result)
    {
        await wait.ConfigureAwait(false);
        return await result.ConfigureAwait(false);
    }
}
