using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The chain of one <see cref="NodeRouter"/> request.</summary>
/// <param name="steps">What matched.</param>
/// <param name="req">The request.</param>
/// <param name="res">Its response.</param>
/// <param name="end">What <c>next</c> runs behind the last step; null for nothing.</param>
internal class NodeRun(ChainStep<NodeHandler, NodeEndpoint>[] steps, HttpRequest req, HttpResponse res, NodeEndpoint? end)
    : ChainRun<NodeHandler, NodeEndpoint, Task>(steps)
{
    protected HttpRequest Req => req;

    protected HttpResponse Res => res;

    public static NodeRun Of(RouteMatch<NodeHandler, NodeEndpoint> match, HttpRequest req, HttpResponse res, NodeEndpoint? end) =>
        match.HasConnectLayers ? new NodeConnectRun(match.Steps, req, res, end) : new NodeRun(match.Steps, req, res, end);

    protected override Task Call(NodeHandler handler, int index) => handler(req, res, index == 0 ? First : new Link(this, index).Next);

    protected override Task Call(NodeEndpoint endpoint) => endpoint(req, res);

    protected override Task CallEnd() => end is null ? Task.CompletedTask : end(req, res);

    protected override Task Failed(Exception error) => Task.FromException(error);

    protected override Task OnFreshStack(Func<Task> function) => Task.Run(function);

    protected override Task SettleAsync(Task root) => WaitForAllAsync(root);
}
