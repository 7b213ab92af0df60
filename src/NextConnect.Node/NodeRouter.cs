using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Routes requests through <c>(req, res, next)</c> handlers that write the response, over ASP.NET Core's request and response.</summary>
/// <example>
/// <code>
/// var router = new NodeRouter()
///     .Use(async (req, res, next) => { await next(); Report(req.Path); })
///     .Get("/users/:id", (req, res) => res.SendAsync($"user {req.Params["id"]}"));
/// app.Run(router.Handler());
/// </code>
/// </example>
public sealed partial class NodeRouter : RouterBase<NodeRouter, NodeHandler, NodeEndpoint>
{
    /// <summary>Runs the layers that match, even middleware alone. Errors propagate. Writes nothing when nothing matches.</summary>
    /// <param name="req">The request.</param>
    /// <param name="res">Its response.</param>
    /// <returns>A task that completes when every layer has.</returns>
    /// <exception cref="BadHttpRequestException">The path has a control character or a dot segment (400).</exception>
    /// <remarks>Freezes the router. next-connect's <c>run</c>.</remarks>
    public Task RunAsync(HttpRequest req, HttpResponse res)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(res);
        var match = Table.Find(req.Method, NodePath.Require(req));
        return match.Layers.Steps.Length > 0 ? RunInScopeAsync() : NodeRun.RunAsync(match, req, res, null);

        async Task RunInScopeAsync()
        {
            using var scope = new RouteScope(req, new(req.RouteValues));
            await NodeRun.RunAsync(match, req, res, null).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the function that a server calls: it always responds.</summary>
    /// <param name="options">What to do with errors and without a route; null for the defaults.</param>
    /// <returns>A request delegate for <c>app.Run</c>, <c>app.Map</c> or any endpoint.</returns>
    /// <remarks>Freezes the router. next-connect's <c>handler</c>: when only middleware matches, none of it runs and <c>OnNoMatch</c> responds.</remarks>
    public RequestDelegate Handler(NodeHandlerOptions? options = null) => new NodeRequestHandler(Table, options ?? new()).InvokeAsync;

    private protected override NodeRouter Create() => new();

    /// <summary>Refuses a function whose value would silently be lost: <c>Task&lt;int&gt;</c> converts to <c>Task</c>.</summary>
    private protected override void Check(Delegate function)
    {
        if (function.Method.ReturnType is { IsGenericType: true } type)
        {
            throw new ArgumentException(
                $"'{function.Method.Name}' returns a value of type {type.GetGenericArguments()[0].Name}, which NodeRouter would drop. "
                + "Register it with NodeRouter<TResult>, or await it in an async lambda.");
        }
    }
}
