namespace NextConnect;

/// <content>Middleware and sub-routers.</content>
public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
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
}
