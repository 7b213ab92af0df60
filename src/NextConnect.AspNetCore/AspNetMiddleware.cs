using Microsoft.AspNetCore.Builder;

namespace NextConnect;

/// <summary>Adapts ASP.NET Core middleware to a <see cref="NodeRouter"/>.</summary>
public static class AspNetMiddleware
{
    /// <summary>Makes a handler of ASP.NET Core middleware: <c>UseResponseCompression</c>, <c>UseSession</c>, <c>UseStaticFiles</c> and so on.</summary>
    /// <param name="configure">Adds the middleware, in order. Called once for each application that serves the router, at its first request.</param>
    /// <returns>A handler; when the middleware calls its <c>next</c>, the router's chain continues.</returns>
    /// <remarks>
    /// The middleware uses the services of the application that serves the request: add those it needs there, as in <c>builder.Services.AddSession()</c>. In
    /// <see cref="NodeRouter.Mount(RoutePattern, NodeHandler, ReadOnlySpan{NodeHandler})"/> it sees the path below the base, as in ASP.NET Core's <c>Map</c>.
    /// Register middleware that runs the rest of the pipeline a second time before the router: a chain continues once. Middleware that acts by the metadata of
    /// an endpoint (authorization, antiforgery, named rate limits and policies) has none of its own here: without such metadata on the request's endpoint, or
    /// a rule for all requests, it fails the request, and the error says what to write.
    /// </remarks>
    /// <example><code>router.Use(AspNetMiddleware.From(app => app.UseResponseCompression()));</code></example>
    public static NodeHandler From(Action<IApplicationBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new AspNetMiddlewareLayer(configure).InvokeAsync;
    }
}
