using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <content>Middleware and sub-routers.</content>
public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
    internal const string WriteAll =
        "Use takes middleware, whose last parameter is next. For a function without next, which ends the chain, write All(…), or "
        + "All(\"/base/*?\", …) for the paths at and below a base path.";

    private const string WriteTwice =
        "One call of Use takes either handlers or routers. Write one call after the other, in the order in which they are to run: Use(…).Use(…).";

    /// <summary>Adds middleware for every method, on all paths at and below a base path.</summary>
    /// <param name="basePath">
    /// Matches the beginning of the path up to a segment border, such as <c>/api</c> or <c>/:tenant</c>. Empty, or without a base path: every
    /// request, even one without a path.
    /// </param>
    /// <param name="handler">Runs for every matching request; it calls <c>next</c> to continue the chain, or ends the chain.</param>
    /// <param name="more">Further middleware, run in order.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The base path is malformed.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Use("/admin", RequireAdmin);</code></example>
    public TSelf Use(RoutePattern basePath, THandler handler, params ReadOnlySpan<THandler> more) =>
        AddHandlers(Layer(null, isMiddleware: true, NotNull(basePath)), [handler, .. more]);

    /// <inheritdoc cref="Use(RoutePattern, THandler, ReadOnlySpan{THandler})"/>
    public TSelf Use(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers(Layer(null, isMiddleware: true, null), [handler, .. more]);

    /// <inheritdoc cref="Use(RoutePattern, THandler, ReadOnlySpan{THandler})"/>
    public TSelf Use(RoutePattern basePath, ReadOnlySpan<THandler> handlers) => AddHandlers(Layer(null, isMiddleware: true, NotNull(basePath)), handlers);

    /// <inheritdoc cref="Use(RoutePattern, THandler, ReadOnlySpan{THandler})"/>
    public TSelf Use(ReadOnlySpan<THandler> handlers) => AddHandlers(Layer(null, isMiddleware: true, null), handlers);

    /// <summary>Mounts routers: adds their layers here, in order. The mounted routers freeze.</summary>
    /// <param name="basePath">
    /// Precedes their patterns; the request's path stays whole. Text with or without parameters, without a wildcard. Without a base path, the
    /// patterns stay as they are.
    /// </param>
    /// <param name="router">The router to mount.</param>
    /// <param name="more">Further routers, in order.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">A router is this one, or the base path has a wildcard or is a regular expression.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Use("/users", users);</code></example>
    public TSelf Use(RoutePattern basePath, TSelf router, params ReadOnlySpan<TSelf> more) => AddRouters(NotNull(basePath), [router, .. more]);

    /// <inheritdoc cref="Use(RoutePattern, TSelf, ReadOnlySpan{TSelf})"/>
    public TSelf Use(TSelf router, params ReadOnlySpan<TSelf> more) => AddRouters(null, [router, .. more]);

    /// <summary>Does not compile: an endpoint is not middleware. Write <c>All</c>.</summary>
    /// <param name="basePath">The base path.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>Nothing: it throws.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(RoutePattern basePath, TEndpoint endpoint) => throw new NotSupportedException(WriteAll);

    /// <inheritdoc cref="Use(RoutePattern, TEndpoint)"/>
    [Obsolete(WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(TEndpoint endpoint) => throw new NotSupportedException(WriteAll);

    /// <inheritdoc cref="Use(RoutePattern, TEndpoint)"/>
    [Obsolete(WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(RoutePattern basePath, THandler handler, TEndpoint endpoint) => throw new NotSupportedException(WriteAll);

    /// <inheritdoc cref="Use(RoutePattern, TEndpoint)"/>
    [Obsolete(WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(THandler handler, TEndpoint endpoint) => throw new NotSupportedException(WriteAll);

    /// <summary>Does not compile: one call takes either handlers or routers. Write a call for each.</summary>
    /// <param name="basePath">The base path.</param>
    /// <param name="router">A router.</param>
    /// <param name="handler">A handler.</param>
    /// <param name="more">Further handlers.</param>
    /// <returns>Nothing: it throws.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(WriteTwice, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(RoutePattern basePath, TSelf router, THandler handler, params ReadOnlySpan<THandler> more) => throw new NotSupportedException(WriteTwice);

    /// <inheritdoc cref="Use(RoutePattern, TSelf, THandler, ReadOnlySpan{THandler})"/>
    [Obsolete(WriteTwice, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(TSelf router, THandler handler, params ReadOnlySpan<THandler> more) => throw new NotSupportedException(WriteTwice);

    /// <inheritdoc cref="Use(RoutePattern, TSelf, THandler, ReadOnlySpan{THandler})"/>
    [Obsolete(WriteTwice, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(RoutePattern basePath, THandler handler, TSelf router, params ReadOnlySpan<THandler> more) => throw new NotSupportedException(WriteTwice);

    /// <inheritdoc cref="Use(RoutePattern, TSelf, THandler, ReadOnlySpan{THandler})"/>
    [Obsolete(WriteTwice, error: true), EditorBrowsable(EditorBrowsableState.Never), OverloadResolutionPriority(-1)]
    public TSelf Use(THandler handler, TSelf router, params ReadOnlySpan<THandler> more) => throw new NotSupportedException(WriteTwice);
}
