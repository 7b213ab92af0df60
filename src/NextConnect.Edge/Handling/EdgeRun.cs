using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>The chain of one <see cref="EdgeRouter"/> request.</summary>
/// <param name="steps">What matched.</param>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host handed in.</param>
/// <param name="end">What <c>next</c> runs behind the last step; null to refuse it.</param>
internal sealed class EdgeRun(ChainStep[] steps, HttpRequestMessage req, EdgeContext ctx, EdgeEndpoint? end)
    : ChainRun<Task<HttpResponseMessage>>(steps)
{
    protected override Task<HttpResponseMessage> Call(in ChainStep step, int index) => step.TakesNext
        ? Unsafe.As<EdgeHandler>(step.Function)(req, ctx, index == 0 ? First : new Link(this, index).Next)
        : Unsafe.As<EdgeEndpoint>(step.Function)(req, ctx);

    protected override Task<HttpResponseMessage> CallEnd() => end is not null
        ? end(req, ctx)
        : throw new InvalidOperationException("next() was called by the last layer that matches. RunAsync has no response to give there: return one, or use Handler(), which answers with OnNoMatch.");

    [SuppressMessage("Performance", "CA1849:Call async methods when in an async method", Justification = "The task has ended.")]
    protected override Task<HttpResponseMessage> Check(Task<HttpResponseMessage> result, RouteLayer layer)
    {
        if (EdgeAnswer.Take(req, result) is { } answer)
            return Task.FromResult(answer);
        if (!result.IsCompletedSuccessfully)
            return result.IsCompleted ? result : CheckAsync(result, layer);
        return result.Result is null ? throw NoResponse(layer) : result;
    }

    protected override Task<HttpResponseMessage> Failed(Exception error)
    {
        var result = Task.FromException<HttpResponseMessage>(error);
        return EdgeAnswer.Take(req, result) is { } answer ? Task.FromResult(answer) : result;
    }

    protected override Task<HttpResponseMessage> OnFreshStack(Func<Task<HttpResponseMessage>> function) => Task.Run(function);

    protected override async Task<HttpResponseMessage> SettleAsync(Task<HttpResponseMessage> root)
    {
        await WaitForAllAsync(root).ConfigureAwait(false);
        return await root.ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> CheckAsync(Task<HttpResponseMessage> result, RouteLayer layer)
    {
        await ((Task)result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return EdgeAnswer.Take(req, result) ?? await result.ConfigureAwait(false) ?? throw NoResponse(layer);
    }

    private static InvalidOperationException NoResponse(RouteLayer layer) =>
        new($"A handler of '{layer.DisplayName}' returned no response (null). Return an HttpResponseMessage, or what next() gave.");
}
