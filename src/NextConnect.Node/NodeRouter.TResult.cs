using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Routes requests through handlers that return a value, from which the caller makes a page or a response.</summary>
/// <typeparam name="TResult">What the handlers return.</typeparam>
/// <example><code>router.Use(async (req, res, next) => await next() + 1).Get("/", (req, res) => Task.FromResult(1));</code></example>
public sealed class NodeRouter<TResult> : RouterBase<NodeRouter<TResult>, NodeHandler<TResult>, NodeEndpoint<TResult>>
{
    /// <summary>Runs the layers that match, even middleware alone, and returns the first one's value. Errors propagate.</summary>
    /// <param name="req">The request.</param>
    /// <param name="res">Its response.</param>
    /// <returns>The value; the default of <typeparamref name="TResult"/> when nothing matches, which <c>next</c> also returns after the last layer.</returns>
    /// <exception cref="BadHttpRequestException">The path has a control character or a dot segment (400).</exception>
    /// <remarks>Freezes the router. next-connect's <c>run</c>.</remarks>
    public Task<TResult?> RunAsync(HttpRequest req, HttpResponse res)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(res);
        var match = Table.Find(req.Method, NodePath.Require(req));
        return (match.Layers.Steps.Length > 0 ? RunInScopeAsync() : NodeRun<TResult>.RunAsync(match, req, res))!;

        async Task<TResult> RunInScopeAsync()
        {
            using var scope = new RouteScope(req, new(req.RouteValues));
            return await NodeRun<TResult>.RunAsync(match, req, res).ConfigureAwait(false);
        }
    }

    private protected override NodeRouter<TResult> Create() => new();
}
