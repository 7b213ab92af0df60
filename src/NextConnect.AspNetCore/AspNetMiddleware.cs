using Microsoft.AspNetCore.Builder;

namespace NextConnect;

/// <summary>Takes ASP.NET Core's own middleware into a <see cref="NodeRouter"/>.</summary>
public static class AspNetMiddleware
{
    /// <summary>Makes a layer of any ASP.NET Core middleware: <c>UseResponseCompression</c>, <c>UseSession</c>, <c>UseStaticFiles</c> and so on.</summary>
    /// <param name="configure">Adds the middleware, in order. Called once for each application that serves the router, at its first request.</param>
    /// <returns>A layer; where the middleware calls its <c>next</c>, the router's chain goes on.</returns>
    /// <remarks>
    /// The middleware gets the services of the application that serves the request, so those it needs are added there, as in <c>builder.Services.AddSession()</c>.
    /// In <see cref="NodeRouter.Mount(RoutePattern, NodeHandler, ReadOnlySpan{NodeHandler})"/> it sees the path below the base, as in ASP.NET Core's <c>Map</c>.
    /// Middleware that runs the pipeline behind it a second time belongs in front of the router: a chain goes on once.
    /// </remarks>
    /// <example><code>router.Use(AspNetMiddleware.From(app => app.UseResponseCompression()));</code></example>
    public static NodeHandler From(Action<IApplicationBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new AspNetMiddlewareLayer(configure).InvokeAsync;
    }
}
