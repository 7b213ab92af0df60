namespace NextConnect;

/// <content>A handler in front of the endpoint of one route: Express's <c>app.get(path, guard, (req, res) => …)</c>.</content>
public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
    /// <summary>Adds a handler and the endpoint behind it for any method token and a pattern.</summary>
    /// <param name="method">The method, compared as it is, case included.</param>
    /// <param name="pattern">Matches the whole path.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The method is empty, or the pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Add(string method, RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth(Token(method), NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for every method, unknown ones too, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf All(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth(null, NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for GET, and HEAD, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    /// <example><code>router.Get("/account", RequireLogin, (req, res) => res.WriteAsync("yours"));</code></example>
    public TSelf Get(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("GET", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for HEAD, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Head(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("HEAD", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for POST, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Post(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("POST", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for PUT, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Put(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("PUT", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for PATCH, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Patch(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("PATCH", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for DELETE, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Delete(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("DELETE", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for OPTIONS, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Options(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("OPTIONS", NotNull(pattern), handler, endpoint);

    /// <summary>Adds a handler and the endpoint behind it for TRACE, on the paths of a pattern.</summary>
    /// <param name="pattern">Matches the whole path; empty matches everything.</param>
    /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
    /// <param name="endpoint">The function that answers.</param>
    /// <returns>The router itself.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="InvalidOperationException">The router is frozen.</exception>
    public TSelf Trace(RoutePattern pattern, THandler handler, TEndpoint endpoint) => AddBoth("TRACE", NotNull(pattern), handler, endpoint);

    private TSelf AddBoth(string? method, RoutePattern pattern, THandler handler, TEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(endpoint);
        Check(handler);
        Check(endpoint);
        return Add(Layer(method, isMiddleware: false, pattern) with { Functions = [(handler, true), (endpoint, false)] });
    }
}
