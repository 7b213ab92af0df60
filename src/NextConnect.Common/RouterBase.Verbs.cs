namespace NextConnect;

public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
    /// <summary>Adds middleware for every method and path, also for requests without a path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Use(params ReadOnlySpan<THandler> handlers) => AddHandlers(null, true, null, handlers);

    /// <summary>Adds middleware for every method and for all paths at and below a base path.</summary>
    /// <param name="basePath">Matches the beginning of the path up to a segment border, as in <c>/api</c> or <c>/:tenant</c>; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the base path is no pattern.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Use("/admin", RequireAdmin);</code></example>
    public TSelf Use(RoutePattern basePath, params ReadOnlySpan<THandler> handlers) => AddHandlers(null, true, NotNull(basePath), handlers);

    /// <summary>Mounts routers: their layers are placed here, in order. The mounted routers freeze.</summary>
    /// <param name="routers">One or more routers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No router was given, or it is this one.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Use(params ReadOnlySpan<TSelf> routers) => AddRouters(null, routers);

    /// <summary>Mounts routers under a base path: their patterns are appended to it, the request's path stays whole. The mounted routers freeze.</summary>
    /// <param name="basePath">Text with or without parameters, without wildcard.</param>
    /// <param name="routers">One or more routers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No router was given, it is this one, or the base path has a wildcard or is a regular expression.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Use("/users", users);</code></example>
    public TSelf Use(RoutePattern basePath, params ReadOnlySpan<TSelf> routers) => AddRouters(NotNull(basePath), routers);

    /// <summary>Adds handlers for any method token and every path, such as <c>Add("PROPFIND", handler)</c>.</summary>
    /// <param name="method">The method, compared as it is, case included.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the method is empty.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Add(string method, params ReadOnlySpan<THandler> handlers) => AddHandlers(Token(method), false, null, handlers);

    /// <summary>Adds handlers for any method token and a pattern, such as <c>Add("QUERY", "/search", handler)</c>.</summary>
    /// <param name="method">The method, compared as it is, case included.</param>
    /// <param name="pattern">Matches the whole path.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, the method is empty, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Add(string method, RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers(Token(method), false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for any method token and every path.</summary>
    /// <param name="method">The method, compared as it is, case included.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The method is empty.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Add(string method, TEndpoint endpoint) => AddEndpoint(Token(method), null, endpoint);

    /// <summary>Adds an endpoint for any method token and a pattern.</summary>
    /// <param name="method">The method, compared as it is, case included.</param>
    /// <param name="pattern">Matches the whole path.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The method is empty, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Add(string method, RoutePattern pattern, TEndpoint endpoint) => AddEndpoint(Token(method), NotNull(pattern), endpoint);

    /// <summary>Adds handlers for every method, unknown ones too, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf All(params ReadOnlySpan<THandler> handlers) => AddHandlers(null, false, null, handlers);

    /// <summary>Adds handlers for every method, unknown ones too, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.All("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf All(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers(null, false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for every method, unknown ones too, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf All(TEndpoint endpoint) => AddEndpoint(null, null, endpoint);

    /// <summary>Adds an endpoint for every method, unknown ones too, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.All("/users/:id", ShowUser);</code></example>
    public TSelf All(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint(null, NotNull(pattern), endpoint);

    /// <summary>Adds handlers for GET, and HEAD, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Get(params ReadOnlySpan<THandler> handlers) => AddHandlers("GET", false, null, handlers);

    /// <summary>Adds handlers for GET, and HEAD, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Get("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Get(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("GET", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for GET, and HEAD, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Get(TEndpoint endpoint) => AddEndpoint("GET", null, endpoint);

    /// <summary>Adds an endpoint for GET, and HEAD, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Get("/users/:id", ShowUser);</code></example>
    public TSelf Get(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("GET", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for HEAD, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Head(params ReadOnlySpan<THandler> handlers) => AddHandlers("HEAD", false, null, handlers);

    /// <summary>Adds handlers for HEAD, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Head("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Head(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("HEAD", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for HEAD, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Head(TEndpoint endpoint) => AddEndpoint("HEAD", null, endpoint);

    /// <summary>Adds an endpoint for HEAD, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Head("/users/:id", ShowUser);</code></example>
    public TSelf Head(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("HEAD", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for POST, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Post(params ReadOnlySpan<THandler> handlers) => AddHandlers("POST", false, null, handlers);

    /// <summary>Adds handlers for POST, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Post("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Post(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("POST", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for POST, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Post(TEndpoint endpoint) => AddEndpoint("POST", null, endpoint);

    /// <summary>Adds an endpoint for POST, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Post("/users/:id", ShowUser);</code></example>
    public TSelf Post(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("POST", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for PUT, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Put(params ReadOnlySpan<THandler> handlers) => AddHandlers("PUT", false, null, handlers);

    /// <summary>Adds handlers for PUT, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Put("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Put(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("PUT", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for PUT, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Put(TEndpoint endpoint) => AddEndpoint("PUT", null, endpoint);

    /// <summary>Adds an endpoint for PUT, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Put("/users/:id", ShowUser);</code></example>
    public TSelf Put(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("PUT", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for PATCH, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Patch(params ReadOnlySpan<THandler> handlers) => AddHandlers("PATCH", false, null, handlers);

    /// <summary>Adds handlers for PATCH, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Patch("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Patch(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("PATCH", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for PATCH, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Patch(TEndpoint endpoint) => AddEndpoint("PATCH", null, endpoint);

    /// <summary>Adds an endpoint for PATCH, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Patch("/users/:id", ShowUser);</code></example>
    public TSelf Patch(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("PATCH", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for DELETE, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Delete(params ReadOnlySpan<THandler> handlers) => AddHandlers("DELETE", false, null, handlers);

    /// <summary>Adds handlers for DELETE, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Delete("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Delete(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("DELETE", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for DELETE, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Delete(TEndpoint endpoint) => AddEndpoint("DELETE", null, endpoint);

    /// <summary>Adds an endpoint for DELETE, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Delete("/users/:id", ShowUser);</code></example>
    public TSelf Delete(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("DELETE", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for OPTIONS, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Options(params ReadOnlySpan<THandler> handlers) => AddHandlers("OPTIONS", false, null, handlers);

    /// <summary>Adds handlers for OPTIONS, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Options("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Options(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("OPTIONS", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for OPTIONS, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Options(TEndpoint endpoint) => AddEndpoint("OPTIONS", null, endpoint);

    /// <summary>Adds an endpoint for OPTIONS, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Options("/users/:id", ShowUser);</code></example>
    public TSelf Options(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("OPTIONS", NotNull(pattern), endpoint);

    /// <summary>Adds handlers for TRACE, on every path.</summary>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Trace(params ReadOnlySpan<THandler> handlers) => AddHandlers("TRACE", false, null, handlers);

    /// <summary>Adds handlers for TRACE, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handlers">One or more functions, run in order, each continuing by <c>next</c>.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">No handler was given, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Trace("/users/:id", RequireLogin, (req, res, next) => next());</code></example>
    public TSelf Trace(RoutePattern pattern, params ReadOnlySpan<THandler> handlers) => AddHandlers("TRACE", false, NotNull(pattern), handlers);

    /// <summary>Adds an endpoint for TRACE, on every path.</summary>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Trace(TEndpoint endpoint) => AddEndpoint("TRACE", null, endpoint);

    /// <summary>Adds an endpoint for TRACE, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Trace("/users/:id", ShowUser);</code></example>
    public TSelf Trace(RoutePattern pattern, TEndpoint endpoint) => AddEndpoint("TRACE", NotNull(pattern), endpoint);

    private static RoutePattern NotNull(RoutePattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern;
    }

    private static string Token(string method)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        return method;
    }
}
