namespace NextConnect;

/// <content>Handlers before the endpoint of one route, as in Express: <c>app.get(path, guard, audit, (req, res) => …)</c>.</content>
public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
    /// <summary>Adds a route for GET and HEAD requests, with handlers before its endpoint.</summary>
    /// <param name="pattern">Matches the whole path, and one trailing slash. Empty, or without a pattern: every request, even one without a path.</param>
    /// <param name="handler">Runs first; it calls <c>next</c> to continue the chain, or ends the chain.</param>
    /// <param name="second">Runs after the first handler. For more than two handlers, write <c>[guard, audit, log]</c>.</param>
    /// <param name="endpoint">Handles the request and ends the chain.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is malformed, or the router would drop the value that a function returns.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Get("/account", RequireLogin, Audit, (req, res) => res.SendAsync("yours"));</code></example>
    public TSelf Get(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("GET", NotNull(pattern), [handler, second], endpoint);

    /// <summary>Adds a route for GET and HEAD requests, with any number of handlers before its endpoint.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    /// <example><code>router.Get("/account", [RequireLogin, Audit, Log], (req, res) => res.SendAsync("yours"));</code></example>
    public TSelf Get(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("GET", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Get(RoutePattern, THandler, THandler, TEndpoint)"/>
    public TSelf Get(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("GET", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Get(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
    public TSelf Get(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("GET", null, handlers, endpoint);
    /// <inheritdoc cref="Get(RoutePattern, THandler, THandler, TEndpoint)"/>
    public TSelf Get(THandler handler, TEndpoint endpoint) => AddRoute("GET", null, [handler], endpoint);
    /// <inheritdoc cref="Get(RoutePattern, THandler, THandler, TEndpoint)"/>
    public TSelf Get(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("GET", null, [handler, second], endpoint);

    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute(null, NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute(null, NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute(null, NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute(null, null, handlers, endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(THandler handler, TEndpoint endpoint) => AddRoute(null, null, [handler], endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(THandler handler, THandler second, TEndpoint endpoint) => AddRoute(null, null, [handler, second], endpoint);

    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("HEAD", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("HEAD", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("HEAD", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("HEAD", null, handlers, endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(THandler handler, TEndpoint endpoint) => AddRoute("HEAD", null, [handler], endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("HEAD", null, [handler, second], endpoint);

    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("POST", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("POST", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("POST", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("POST", null, handlers, endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(THandler handler, TEndpoint endpoint) => AddRoute("POST", null, [handler], endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("POST", null, [handler, second], endpoint);

    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("PUT", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("PUT", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("PUT", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("PUT", null, handlers, endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(THandler handler, TEndpoint endpoint) => AddRoute("PUT", null, [handler], endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("PUT", null, [handler, second], endpoint);

    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("PATCH", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("PATCH", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("PATCH", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("PATCH", null, handlers, endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(THandler handler, TEndpoint endpoint) => AddRoute("PATCH", null, [handler], endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("PATCH", null, [handler, second], endpoint);

    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("DELETE", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("DELETE", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("DELETE", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("DELETE", null, handlers, endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(THandler handler, TEndpoint endpoint) => AddRoute("DELETE", null, [handler], endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("DELETE", null, [handler, second], endpoint);

    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) =>
        AddRoute("OPTIONS", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("OPTIONS", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("OPTIONS", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("OPTIONS", null, handlers, endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(THandler handler, TEndpoint endpoint) => AddRoute("OPTIONS", null, [handler], endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("OPTIONS", null, [handler, second], endpoint);

    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("TRACE", NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddRoute("TRACE", NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute("TRACE", NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute("TRACE", null, handlers, endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(THandler handler, TEndpoint endpoint) => AddRoute("TRACE", null, [handler], endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(THandler handler, THandler second, TEndpoint endpoint) => AddRoute("TRACE", null, [handler, second], endpoint);

    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, RoutePattern pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) =>
        AddRoute(MethodToken.Check(method), NotNull(pattern), handlers, endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, RoutePattern pattern, THandler handler, TEndpoint endpoint) =>
        AddRoute(MethodToken.Check(method), NotNull(pattern), [handler], endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, RoutePattern pattern, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute(MethodToken.Check(method), NotNull(pattern), [handler, second], endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, ReadOnlySpan<THandler> handlers, TEndpoint endpoint) => AddRoute(MethodToken.Check(method), null, handlers, endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, THandler handler, TEndpoint endpoint) => AddRoute(MethodToken.Check(method), null, [handler], endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, THandler handler, THandler second, TEndpoint endpoint) =>
        AddRoute(MethodToken.Check(method), null, [handler, second], endpoint);
}
