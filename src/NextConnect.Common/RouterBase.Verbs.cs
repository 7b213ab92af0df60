namespace NextConnect;

/// <content>The verbs. What <c>Get</c> says of its parameters holds for all of them.</content>
public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
    /// <summary>Adds a route for GET and HEAD requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, THandler, THandler, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    /// <example><code>router.Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));</code></example>
    public TSelf Get(RoutePattern pattern, TEndpoint endpoint) => AddRoute("GET", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)"/>
    public TSelf Get(TEndpoint endpoint) => AddRoute("GET", null, [], endpoint);

    /// <summary>Adds a route for GET and HEAD requests, with one or more handlers, run in order.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Get(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("GET", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Get(RoutePattern, THandler, ReadOnlySpan{THandler})"/>
    public TSelf Get(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("GET", null, handler, more);

    /// <summary>Adds a route for every method, unknown ones included.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf All(RoutePattern pattern, TEndpoint endpoint) => AddRoute(null, NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(TEndpoint endpoint) => AddRoute(null, null, [], endpoint);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers(null, NotNull(pattern), handler, more);
    /// <inheritdoc cref="All(RoutePattern, TEndpoint)"/>
    public TSelf All(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers(null, null, handler, more);

    /// <summary>Adds a route for HEAD requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Head(RoutePattern pattern, TEndpoint endpoint) => AddRoute("HEAD", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(TEndpoint endpoint) => AddRoute("HEAD", null, [], endpoint);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("HEAD", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Head(RoutePattern, TEndpoint)"/>
    public TSelf Head(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("HEAD", null, handler, more);

    /// <summary>Adds a route for POST requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Post(RoutePattern pattern, TEndpoint endpoint) => AddRoute("POST", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(TEndpoint endpoint) => AddRoute("POST", null, [], endpoint);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("POST", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Post(RoutePattern, TEndpoint)"/>
    public TSelf Post(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("POST", null, handler, more);

    /// <summary>Adds a route for PUT requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Put(RoutePattern pattern, TEndpoint endpoint) => AddRoute("PUT", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(TEndpoint endpoint) => AddRoute("PUT", null, [], endpoint);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("PUT", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Put(RoutePattern, TEndpoint)"/>
    public TSelf Put(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("PUT", null, handler, more);

    /// <summary>Adds a route for PATCH requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Patch(RoutePattern pattern, TEndpoint endpoint) => AddRoute("PATCH", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(TEndpoint endpoint) => AddRoute("PATCH", null, [], endpoint);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("PATCH", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Patch(RoutePattern, TEndpoint)"/>
    public TSelf Patch(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("PATCH", null, handler, more);

    /// <summary>Adds a route for DELETE requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Delete(RoutePattern pattern, TEndpoint endpoint) => AddRoute("DELETE", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(TEndpoint endpoint) => AddRoute("DELETE", null, [], endpoint);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("DELETE", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Delete(RoutePattern, TEndpoint)"/>
    public TSelf Delete(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("DELETE", null, handler, more);

    /// <summary>Adds a route for OPTIONS requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Options(RoutePattern pattern, TEndpoint endpoint) => AddRoute("OPTIONS", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(TEndpoint endpoint) => AddRoute("OPTIONS", null, [], endpoint);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("OPTIONS", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Options(RoutePattern, TEndpoint)"/>
    public TSelf Options(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("OPTIONS", null, handler, more);

    /// <summary>Adds a route for TRACE requests.</summary>
    /// <inheritdoc cref="Get(RoutePattern, TEndpoint)" path="/*[not(self::summary or self::example)]"/>
    public TSelf Trace(RoutePattern pattern, TEndpoint endpoint) => AddRoute("TRACE", NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(TEndpoint endpoint) => AddRoute("TRACE", null, [], endpoint);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("TRACE", NotNull(pattern), handler, more);
    /// <inheritdoc cref="Trace(RoutePattern, TEndpoint)"/>
    public TSelf Trace(THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers("TRACE", null, handler, more);

    /// <summary>Adds a route for a method of any name.</summary>
    /// <param name="method">The method, such as <c>PROPFIND</c>: one token of RFC 9110, compared ordinally, case included.</param>
    /// <param name="pattern">Matches the whole path, as for <c>Get</c>.</param>
    /// <param name="endpoint">Handles the request and ends the chain.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The method or the pattern is malformed, or the router would drop the value that a function returns.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Add("QUERY", "/search", Search);</code></example>
    public TSelf Add(string method, RoutePattern pattern, TEndpoint endpoint) => AddRoute(MethodToken.Check(method), NotNull(pattern), [], endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, TEndpoint endpoint) => AddRoute(MethodToken.Check(method), null, [], endpoint);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, RoutePattern pattern, THandler handler, params ReadOnlySpan<THandler> more) =>
        AddHandlers(MethodToken.Check(method), NotNull(pattern), handler, more);
    /// <inheritdoc cref="Add(string, RoutePattern, TEndpoint)"/>
    public TSelf Add(string method, THandler handler, params ReadOnlySpan<THandler> more) => AddHandlers(MethodToken.Check(method), null, handler, more);
}
