using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <content>What comes from Connect: mounting that moves the path; error middleware is in <see cref="NodeRouterExtensions"/>.</content>
public sealed partial class NodeRouter
{
    private const string MountAll =
        "Mount takes middleware, whose last parameter is next. For a function without next, which ends the chain, write "
        + "Mount(basePath, new NodeRouter().All(…)).";

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

    /// <summary>Does not compile: an endpoint is not middleware. Mount a router with <c>All</c>.</summary>
    /// <param name="basePath">The base path.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>Nothing: it throws.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(MountAll, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public NodeRouter Mount(RoutePattern basePath, NodeEndpoint endpoint) => throw new NotSupportedException(MountAll);

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

    /// <summary>Adds error middleware as a layer.</summary>
    /// <param name="basePath">What it matches; null for everything.</param>
    /// <param name="handlers">The error middleware.</param>
    /// <param name="moves">Whether the base path moves to the path base while it runs.</param>
    internal NodeRouter AddErrorLayer(RoutePattern? basePath, ReadOnlySpan<NodeErrorMiddleware> handlers, bool moves = false)
    {
        var passing = new NodeHandler[handlers.Length];
        for (var i = 0; i < passing.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(handlers[i], nameof(handlers));
            Check(handlers[i]);
            passing[i] = new ErrorMiddlewareHandler(handlers[i]).PassAsync;
        }
        var layer = moves ? MountLayer(basePath!) : Layer(null, isMiddleware: true, basePath);
        return AddHandlers(layer with { HandlesErrors = true }, passing);
    }

    private static RouteLayer MountLayer(RoutePattern basePath)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        CheckBasePath(basePath);
        CheckMountPath(basePath);
        return Layer(null, isMiddleware: true, basePath) with { MountSegments = basePath.Segments.Length };
    }
}
