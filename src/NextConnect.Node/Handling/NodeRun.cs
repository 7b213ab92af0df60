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
    /// <summary>The response when a step last failed; null before.</summary>
    private volatile ResponseState? _atFailure;

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

    /// <summary>Notes the response at the moment of a failure: before the layer's own continuation, since the layer does not have the task yet.</summary>
    protected override void OnUnfinished(Task rest, bool isLast)
    {
        if (rest.IsFaulted)
            _atFailure = ResponseState.Of(res);
        else if (isLast && !rest.IsCompleted)
            _ = NoteWhenFailedAsync(rest);
    }

    protected override bool HasRespondedTo(Exception error, RouteLayer layer)
    {
        if (_atFailure is not { HasStarted: false } before || ResponseState.Of(res) == before)
            return false;
        NodeErrors.LogUnawaited(req.HttpContext, error, layer.DisplayName);
        return true;
    }

    /// <summary>Reports, in development, a handler's chain that has neither responded nor reached its end.</summary>
    protected override void OnSucceeded(int last)
    {
        if (!res.HasStarted && end is not null && last < Steps.Length)
            MissingResponse.Report(res, Steps[last].Layer);
    }

    protected override Task OnFreshStack(Func<Task> function) => Task.Run(function);

    protected override Task After(Task wait, Task result) => wait;

    private async Task NoteWhenFailedAsync(Task rest)
    {
        await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!rest.IsFaulted)
            return;
        try
        {
            _atFailure = ResponseState.Of(res);
        }
        catch (ObjectDisposedException)
        {
            // The request ended before this continuation had its turn, so that no layer can respond any more.
        }
    }
}
