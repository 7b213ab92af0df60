using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>
/// Routes requests through <c>(req, res, next)</c> handlers that write the response, over ASP.NET Core's <see cref="HttpRequest"/> and <see cref="HttpResponse"/>.
/// </summary>
/// <example>
/// <code>
/// var router = new NodeRouter()
///     .Use(async (req, res, next) => { await next(); Report(req.Path); })
///     .Get("/users/:id", (req, res) => res.WriteAsync($"user {req.Params["id"]}"));
/// app.Run(router.Handler());
/// </code>
/// </example>
public sealed partial class NodeRouter : RouterBase<NodeRouter, NodeHandler, NodeEndpoint>
{
    /// <summary>Runs the layers that match, middleware alone included, and lets errors through. Writes nothing when nothing matches.</summary>
    /// <param name="req">The request.</param>
    /// <param name="res">Its response.</param>
    /// <returns>A task that ends when every layer has ended.</returns>
    /// <exception cref="BadHttpRequestException">The path has a control character or a dot segment (400).</exception>
    /// <remarks>Freezes the router. next-connect's <c>run</c>.</remarks>
    public Task RunAsync(HttpRequest req, HttpResponse res)
    {
        ArgumentNullException.ThrowIfNull(req);
        ArgumentNullException.ThrowIfNull(res);
        return NodeRun.RunAsync(Table.Find(req.Method, NodePath.Require(req)), req, res, null);
    }

    /// <summary>Makes the function a server calls: it always answers.</summary>
    /// <param name="options">What to do when no route answers; null for the defaults.</param>
    /// <returns>A request delegate for <c>app.Run</c>, <c>app.Map</c> or any endpoint.</returns>
    /// <remarks>Freezes the router. next-connect's <c>handler</c>: when only middleware matches, none of it runs and the answer is <c>OnNoMatch</c>.</remarks>
    public RequestDelegate Handler(NodeHandlerOptions? options = null) => new NodeRequestHandler(Table, options ?? new()).InvokeAsync;

    private protected override NodeRouter Create() => new();

    /// <summary>A method that returns a value would silently lose it here: <c>Task&lt;int&gt;</c> converts to <c>Task</c>.</summary>
    private protected override void Check(Delegate function)
    {
        if (function.Method.ReturnType is { IsGenericType: true } type)
        {
            throw new ArgumentException(
                $"'{function.Method.Name}' returns a {type.GetGenericArguments()[0].Name} that NodeRouter would drop. Register it with NodeRouter<TResult>, or await it in an async lambda.");
        }
    }
}
