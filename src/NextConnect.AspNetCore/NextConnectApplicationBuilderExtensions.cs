using Microsoft.AspNetCore.Builder;

namespace NextConnect;

/// <summary>Puts a router into an ASP.NET Core pipeline.</summary>
public static class NextConnectApplicationBuilderExtensions
{
    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// Adds a router to the pipeline. What it does not handle goes on to the rest of the pipeline: requests that no route matches, after the matching
        /// middleware, and requests whose chain runs off its end.
        /// </summary>
        /// <param name="router">The router; it freezes.</param>
        /// <param name="options">
        /// What to do with errors of the router's layers, and with methods that its routes do not take. Without <see cref="NodeHandlerOptions.OnError"/>,
        /// errors propagate to the pipeline, as those of the rest always do.
        /// </param>
        /// <returns>The pipeline.</returns>
        /// <exception cref="ArgumentException"><see cref="NodeHandlerOptions.OnNoMatch"/> is set, which would never run.</exception>
        /// <example><code>app.UseNextConnect(router);</code></example>
        public IApplicationBuilder UseNextConnect(NodeRouter router, NodeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(app);
            ArgumentNullException.ThrowIfNull(router);
            if (options?.OnNoMatch is not null)
            {
                throw new ArgumentException(
                    "UseNextConnect passes what no route matches to the rest of the pipeline; OnNoMatch would never run. Use app.Run(router.Handler(options)) instead.",
                    nameof(options));
            }
            return app.Use(rest => new NodeRouterMiddleware(router.Table, options ?? new(), rest).InvokeAsync);
        }

        /// <summary>Adds a router to the pipeline: it handles what it has routes for; everything else goes on to the rest of the pipeline.</summary>
        /// <param name="router">The router; it freezes.</param>
        /// <param name="options">
        /// What else the router handles: an <see cref="EdgeHandlerOptions.OnNoMatch"/> responds to all requests, so that nothing goes on;
        /// <see cref="HandlerOptions.HandleMethodNotAllowed"/> responds on the paths it has routes for. Null for the defaults.
        /// </param>
        /// <returns>The pipeline.</returns>
        /// <remarks>
        /// When only middleware matches, none of it runs. When the last layer that matches calls <c>next</c>, the layers receive a 404, the request goes on unless
        /// one of them returns another response, and headers that they added to the 404 are on the response of the rest.
        /// </remarks>
        /// <example><code>app.UseNextConnect(router);</code></example>
        public IApplicationBuilder UseNextConnect(EdgeRouter router, EdgeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(app);
            return app.Use(rest => new HttpContextHost(new(router, options), rest).InvokeAsync);
        }
    }
}
