using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The chain of one <see cref="NodeRouter{TResult}"/> request.</summary>
internal sealed class NodeRun<TResult>(ChainStep<NodeHandler<TResult>, NodeEndpoint<TResult>>[] steps, HttpRequest req, HttpResponse res)
    : ChainRun<NodeHandler<TResult>, NodeEndpoint<TResult>, Task<TResult>>(steps)
{
    protected override Task<TResult> Call(NodeHandler<TResult> handler, int index) => handler(req, res, index == 0 ? First : new Link(this, index).Next);

    protected override Task<TResult> Call(NodeEndpoint<TResult> endpoint) => endpoint(req, res);

    protected override Task<TResult> CallEnd() => Task.FromResult<TResult>(default!);

    protected override Task<TResult> Failed(Exception error) => Task.FromException<TResult>(error);

    protected override Task<TResult> OnFreshStack(Func<Task<TResult>> function) => Task.Run(function);

    protected override async Task<TResult> SettleAsync(Task<TResult> root)
    {
        await WaitForAllAsync(root).ConfigureAwait(false);
        return await root.ConfigureAwait(false);
    }
}
