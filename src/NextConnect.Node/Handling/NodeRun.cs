using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The chain of one <see cref="NodeRouter"/> request.</summary>
/// <param name="steps">What matched.</param>
/// <param name="req">The request.</param>
/// <param name="res">Its response.</param>
/// <param name="end">What <c>next</c> runs after the last step; null for nothing.</param>
/// <param name="views">The parameters as each step sees them; null when all see the same.</param>
internal class NodeRun(ChainStep[] steps, HttpRequest req, HttpResponse res, NodeEndpoint? end, NodeParamViews? views) : ChainRun<Task>(steps, views)
{
    protected HttpRequest Req => req;

    protected HttpResponse Res => res;

    /// <summary>Records the route, sets the parameters, and runs what matched.</summary>
    public static Task RunAsync(RouteMatch match, HttpRequest req, HttpResponse res, NodeEndpoint? end)
    {
        var views = MatchedRequest.Begin(req, match);
        var layers = match.Layers;
        return (layers.NeedsErrorRun ? new NodeErrorRun(layers.Steps, req, res, end, views) : new NodeRun(layers.Steps, req, res, end, views)).Run();
    }

    protected override Task Call(in ChainStep step, int index) => step.TakesNext
        ? Unsafe.As<NodeHandler>(step.Function)(req, res, index == 0 ? First : new Link(this, index).Next)
        : Unsafe.As<NodeEndpoint>(step.Function)(req, res);

    protected override Task CallEnd() => end is null ? Task.CompletedTask : end(req, res);

    protected override Task Failed(Exception error) => Task.FromException(error);

    protected override Task OnFreshStack(Func<Task> function) => Task.Run(function);

    protected override Task After(Task wait, Task result) => wait;
}
