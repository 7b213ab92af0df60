using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <content>What comes from Connect: error middleware, and mounting that moves the path.</content>
public sealed partial class NodeRouter
{
    /// <summary>Adds error middleware: it runs when a layer before it has failed, and is passed by otherwise.</summary>
    /// <param name="handlers">One or more functions <c>(error, req, res, next)</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No function was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <remarks>
    /// Connect's rules: an error skips all layers up to the next error middleware behind the place the request had reached; <c>next()</c> leaves error mode,
    /// and the layers behind it run; <c>next(error)</c> or throwing hands an error to the error middleware after it. An error that none has handled reaches
    /// <see cref="NodeHandlerOptions.OnError"/>, or the caller of <see cref="RunAsync"/>. An earlier layer's <c>await next()</c> does not see a handled error.
    /// </remarks>
    /// <example><code>router.Use((error, req, res, next) => error is TimeoutException ? next() : next(error));</code></example>
    public NodeRouter Use(params ReadOnlySpan<NodeErrorMiddleware> handlers) => AddErrorLayer(null, handlers);

    /// <summary>Adds error middleware for requests at and below a base path.</summary>
    /// <param name="basePath">Matches the beginning of the path up to a segment border; empty matches everything.</param>
    /// <param name="handlers">One or more functions <c>(error, req, res, next)</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No function was given, or the base path is no pattern.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public NodeRouter Use(RoutePattern basePath, params ReadOnlySpan<NodeErrorMiddleware> handlers)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        return AddErrorLayer(basePath, handlers);
    }

    /// <summary>
    /// Adds middleware for all paths at and below a base path that sees the path from there on: while it runs, the base path stands in
    /// <see cref="HttpRequest.PathBase"/> and only the rest in <see cref="HttpRequest.Path"/>, as in Connect and in ASP.NET Core's <c>Map</c>.
    /// </summary>
    /// <param name="basePath">Text with or without parameters, without wildcard and optional segments.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the base path has a wildcard or an optional segment or is a regular expression.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <remarks>
    /// Both properties are restored when the layer calls <c>next</c> and when it ends, errors included. Together they are the original path throughout. At the base
    /// path itself the rest is empty. Patterns are matched against the path the request came with, whatever a layer does to it. <c>Use</c> leaves the path alone.
    /// </remarks>
    /// <example><code>router.Mount("/files", AspNetMiddleware.From(app => app.UseStaticFiles()));</code></example>
    public NodeRouter Mount(RoutePattern basePath, params ReadOnlySpan<NodeHandler> handlers) => AddHandlers(MountLayer(basePath), handlers);

    /// <summary>Mounts routers under a base path that moves to <see cref="HttpRequest.PathBase"/> while their layers run; see the other <c>Mount</c>. The mounted routers freeze.</summary>
    /// <param name="basePath">Text with or without parameters, without wildcard and optional segments.</param>
    /// <param name="routers">One or more routers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No router was given, it is this one, or the base path has a wildcard or an optional segment or is a regular expression.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public NodeRouter Mount(RoutePattern basePath, params ReadOnlySpan<NodeRouter> routers)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        return AddRouters(basePath, routers, moves: true);
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
