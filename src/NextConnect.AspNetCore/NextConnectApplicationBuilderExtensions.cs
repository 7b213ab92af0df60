using Microsoft.AspNetCore.Builder;

namespace NextConnect;

/// <summary>Puts a router into an ASP.NET Core pipeline.</summary>
public static class NextConnectApplicationBuilderExtensions
{
    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// Adds a router to the pipeline. Requests that it does not handle continue to the rest of the pipeline: those that no route matches, after the
        /// matching middleware, and those whose last layer calls <c>next</c>.
        /// </summary>
        /// <param name="router">The router; it freezes.</param>
        /// <param name="options">
        /// What to do with errors of the router's layers, and with methods that its routes do not accept. Without <see cref="NodeHandlerOptions.OnError"/>,
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
                    "UseNextConnect passes requests without a route to the rest of the pipeline, so OnNoMatch would never run. "
                    + "Use app.Run(router.Handler(options)) instead.",
                    nameof(options));
            }
            var table = router.Table;
            return app.Use(rest => new NodeRouterMiddleware(table, options ?? new(), rest).InvokeAsync);
        }

        /// <summary>
        /// Adds a router to the pipeline. Requests that it does not handle continue to the rest of the pipeline: those that no route matches, after the
        /// matching middleware, and those whose last layer calls <c>next</c>.
        /// </summary>
        /// <param name="router">The router; it freezes.</param>
        /// <param name="options">
        /// What else the router handles: with <see cref="EdgeHandlerOptions.OnNoMatch"/>, all requests, so that none continues; with
        /// <see cref="HandlerOptions.HandleMethodNotAllowed"/>, those whose path has routes. Null for the defaults.
        /// </param>
        /// <returns>The pipeline.</returns>
        /// <remarks>
        /// When the last layer that matches calls <c>next</c>, it receives a 404. Unless a layer returns another response, the request continues after all
        /// layers have returned, and the headers that they added to the 404 are set on its response. A guard that returns a response ends the request.
        /// </remarks>
        /// <example><code>app.UseNextConnect(router);</code></example>
        public IApplicationBuilder UseNextConnect(EdgeRouter router, EdgeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(app);
            var host = new EdgeHost(router, options);
            return app.Use(rest => new HttpContextHost(host, rest).InvokeAsync);
        }
    }
}
