namespace NextConnect;

/// <summary>Error middleware, with four parameters as in Connect and Express.</summary>
/// <remarks>
/// Connect's rules: an error skips all layers up to the next error middleware after the last layer reached; <c>next()</c> leaves error mode, and the later
/// layers run; <c>next(error)</c> or throwing passes an error to the next error middleware. An unhandled error reaches
/// <see cref="NodeHandlerOptions.OnError"/>, or the caller of <see cref="NodeRouter.RunAsync"/>. An earlier layer's <c>await next()</c> does not see a handled
/// error.
/// </remarks>
public static class NodeRouterExtensions
{
    // Extensions, because the compiler explains a wrong call of Use by the overloads of the class: they should be those of middleware.
    extension(NodeRouter router)
    {
        /// <summary>Adds error middleware for requests at and below a base path: it runs when an earlier layer has failed, and is skipped otherwise.</summary>
        /// <param name="basePath">Matches the beginning of the path up to a segment border. Empty, or without a base path: every request.</param>
        /// <param name="handler">Handles the error: <c>(error, req, res, next)</c>.</param>
        /// <param name="more">Further error middleware, in order.</param>
        /// <returns>The router itself.</returns>
        /// <exception cref="ArgumentException">The base path is malformed.</exception>
        /// <exception cref="InvalidOperationException">The router is frozen.</exception>
        /// <example><code>router.Use("/api", (error, req, res, next) => error is TimeoutException ? next() : next(error));</code></example>
        public NodeRouter Use(RoutePattern basePath, NodeErrorMiddleware handler, params ReadOnlySpan<NodeErrorMiddleware> more)
        {
            ArgumentNullException.ThrowIfNull(router);
            ArgumentNullException.ThrowIfNull(basePath);
            return router.AddErrorLayer(basePath, [handler, .. more]);
        }

        /// <inheritdoc cref="Use(NodeRouter, RoutePattern, NodeErrorMiddleware, ReadOnlySpan{NodeErrorMiddleware})"/>
        public NodeRouter Use(NodeErrorMiddleware handler, params ReadOnlySpan<NodeErrorMiddleware> more)
        {
            ArgumentNullException.ThrowIfNull(router);
            return router.AddErrorLayer(null, [handler, .. more]);
        }

        /// <summary>
        /// Adds error middleware that sees the path below a base path, as
        /// <see cref="NodeRouter.Mount(RoutePattern, NodeHandler, ReadOnlySpan{NodeHandler})"/> shows it to middleware.
        /// </summary>
        /// <param name="basePath">Text with or without parameters, without a wildcard and without optional segments.</param>
        /// <param name="handler">Handles the error: <c>(error, req, res, next)</c>.</param>
        /// <param name="more">Further error middleware, in order.</param>
        /// <returns>The router itself.</returns>
        /// <exception cref="ArgumentException">The base path has a wildcard or an optional segment, or is a regular expression.</exception>
        /// <exception cref="InvalidOperationException">The router is frozen.</exception>
        /// <example><code>router.Mount("/blog", (error, req, res, next) => res.SendAsync($"No page {req.Path} in {req.PathBase}"));</code></example>
        public NodeRouter Mount(RoutePattern basePath, NodeErrorMiddleware handler, params ReadOnlySpan<NodeErrorMiddleware> more)
        {
            ArgumentNullException.ThrowIfNull(router);
            ArgumentNullException.ThrowIfNull(basePath);
            return router.AddErrorLayer(basePath, [handler, .. more], moves: true);
        }
    }
}
