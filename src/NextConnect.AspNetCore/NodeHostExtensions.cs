using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Puts a <see cref="NodeRouter"/> into an ASP.NET Core application: in the middle of its pipeline, or as an endpoint.</summary>
public static class NodeHostExtensions
{
    /// <summary>
    /// Adds a router to the pipeline. What it does not answer falls through to the rest of the pipeline: requests that no route matches, after the matching
    /// middleware, and requests whose chain runs off its end.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="router">The router; it freezes.</param>
    /// <param name="options">
    /// What to do with errors of the router's layers, and with methods that its routes do not take. Without <see cref="NodeHandlerOptions.OnError"/>,
    /// errors go to the pipeline around, as those of the rest always do.
    /// </param>
    /// <returns>The pipeline.</returns>
    /// <exception cref="ArgumentException"><see cref="NodeHandlerOptions.OnNoMatch"/> is set, which would never run.</exception>
    /// <example><code>app.UseNextConnect(router);</code></example>
    public static IApplicationBuilder UseNextConnect(this IApplicationBuilder app, NodeRouter router, NodeHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(router);
        if (options?.OnNoMatch is not null)
            throw new ArgumentException("UseNextConnect hands what nothing matches to the rest of the pipeline; OnNoMatch would never run. Use app.Run(router.Handler(options)) instead.", nameof(options));

        return app.Use(rest => new NodeRouterMiddleware(router.Table, options ?? new(), rest).InvokeAsync);
    }

    /// <summary>Maps everything at and below a route pattern to a router, which sees the path below it; the part above stands in <see cref="HttpRequest.PathBase"/>.</summary>
    /// <param name="endpoints">Where to map it; in a group, the group's prefix counts too.</param>
    /// <param name="pattern">An ASP.NET Core pattern such as <c>/api</c> or <c>/api/{tenant}</c>, whose values are in <c>req.Params</c>.</param>
    /// <param name="router">The router; it freezes.</param>
    /// <param name="options">What to do when no route answers; null for the defaults.</param>
    /// <returns>The endpoint, for <c>RequireAuthorization</c>, <c>RequireCors</c>, <c>WithMetadata</c> and whatever else applies to endpoints.</returns>
    /// <exception cref="ArgumentException">The pattern has a segment that a path may lack.</exception>
    /// <example><code>app.MapNextConnect("/api", router).RequireAuthorization();</code></example>
    public static IEndpointConventionBuilder MapNextConnect(this IEndpointRouteBuilder endpoints, string pattern, NodeRouter router, NodeHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(router);
        return endpoints.Map(NodeEndpointHost.PatternBelow(pattern), new NodeEndpointHost(router.Handler(options)).InvokeAsync);
    }
}
