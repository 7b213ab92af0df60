using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <content>What comes from Connect: error middleware, and mounting that moves the path.</content>
public sealed partial class NodeRouter
{
    /// <summary>Adds error middleware for requests at and below a base path: it runs when an earlier layer has failed, and is skipped otherwise.</summary>
    /// <param name="basePath">Matches the beginning of the path up to a segment border. Empty, or without a base path: every request.</param>
    /// <param name="handler">Handles the error: <c>(error, req, res, next)</c>.</param>
    /// <param name="more">Further error middleware, in order.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The base path is malformed.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <remarks>
    /// Connect's rules: an error skips all layers up to the next error middleware after the last layer reached; <c>next()</c> leaves error mode, and the later
    /// layers run; <c>next(error)</c> or throwing passes an error to the next error middleware. An unhandled error reaches
    /// <see cref="NodeHandlerOptions.OnError"/>, or the caller of <see cref="RunAsync"/>. An earlier layer's <c>await next()</c> does not see a handled error.
    /// </remarks>
    /// <example><code>router.Use("/api", (error, req, res, next) => error is TimeoutException ? next() : next(error));</code></example>
    public NodeRouter Use(RoutePattern basePath, NodeErrorMiddleware handler, params ReadOnlySpan<NodeErrorMiddleware> more)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        return AddErrorLayer(basePath, [handler, .. more]);
    }

    /// <inheritdoc cref="Use(RoutePattern, NodeErrorMiddleware, ReadOnlySpan{NodeErrorMiddleware})"/>
    public NodeRouter Use(NodeErrorMiddleware handler, params ReadOnlySpan<NodeErrorMiddleware> more) => AddErrorLayer(null, [handler, .. more]);

    /// <summary>
    /// Adds middleware that sees the path below a base path: while it runs, the base path is in <see cref="HttpRequest.PathBase"/> and only the rest in
    /// <see cref="HttpRequest.Path"/>, as in Connect and in ASP.NET Core's <c>Map</c>.
    /// </summary>
    /// <param name="basePath">Text with or without parameters, without a wildcard and without optional segments.</param>
    /// <param name="handler">Runs for all paths at and below the base path; it calls <c>next</c> to continue the chain, or ends the chain.</param>
    /// <param name="more">Further middleware, run in order.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The base path has a wildcard or an optional segment, or is a regular expression.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <remarks>
    /// Both properties are restored when the layer calls <c>next</c> and when it ends, errors included. Together they are the original path throughout.
    /// At the base path itself the rest is empty. Patterns are matched against the path of the request as it entered the router. <c>Use</c> leaves both
    /// properties as they are.
    /// </remarks>
    /// <example><code>app.UseNextConnect(new NodeRouter().Mount("/files", AspNetMiddleware.From(files => files.UseStaticFiles())));</code></example>
    public NodeRouter Mount(RoutePattern basePath, NodeHandler handler, params ReadOnlySpan<NodeHandler> more) =>
        AddHandlers(MountLayer(basePath), [handler, .. more]);

    /// <summary>Mounts routers under a base path that moves to <see cref="HttpRequest.PathBase"/> while their layers run. The mounted routers freeze.</summary>
    /// <param name="basePath">Text with or without parameters, without a wildcard and without optional segments.</param>
    /// <param name="router">The router to mount.</param>
    /// <param name="more">Further routers, in order.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">A router is this one, or the base path has a wildcard or an optional segment or is a regular expression.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public NodeRouter Mount(RoutePattern basePath, NodeRouter router, params ReadOnlySpan<NodeRouter> more)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        return AddRouters(basePath, [router, .. more], moves: true);
    }

    private NodeRouter AddErrorLayer(RoutePattern? basePath, ReadOnlySpan<NodeErrorMiddleware> handlers)
    {
        var passing = new NodeHandler[handlers.Length];
        for (var i = 0; i < passing.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(handlers[i], nameof(handlers));
            Check(handlers[i]);
            passing[i] = new ErrorMiddlewareHandler(handlers[i]).PassAsync;
        }
        return AddHandlers(Layer(null, isMiddleware: true, basePath) with { HandlesErrors = true }, passing);
    }

    private static RouteLayer MountLayer(RoutePattern basePath)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        CheckBasePath(basePath);
        CheckMountPath(basePath);
        return Layer(null, isMiddleware: true, basePath) with { MountSegments = basePath.Segments.Length };
    }
}
