namespace NextConnect;

/// <summary>Endpoints that return their response at once, and what is special to routers with the ready-made context.</summary>
public static class EdgeRouterExtensions
{
    extension(EdgeRouter<EdgeContext> router)
    {
        /// <summary>Makes an in-memory transport: <c>new HttpClient(handler)</c> then calls the router, without a port.</summary>
        /// <param name="options">What to do when no route answers; null for the defaults.</param>
        /// <param name="inner">Where requests go that no route answers, such as the real service of a partial mock; it is disposed with the transport. Null: they are answered as by <c>Handler</c>.</param>
        /// <param name="calls">Where requests are recorded, which reads their bodies first; null for nowhere.</param>
        /// <returns>A message handler for any number of clients.</returns>
        /// <remarks>Freezes the router. Behaves as a server on a socket does. A call that cannot be cancelled runs its handler on the caller's thread up to the first wait; an <see cref="HttpClient"/>'s always can.</remarks>
        /// <example><code>using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };</code></example>
        public HttpMessageHandler ToHttpMessageHandler(EdgeHandlerOptions<EdgeContext>? options = null, HttpMessageHandler? inner = null, EdgeCallLog? calls = null)
        {
            ArgumentNullException.ThrowIfNull(router);
            return router.ToHttpMessageHandler(static (_, aborted) => new EdgeContext(null, aborted), options, inner, calls);
        }
    }

    extension<TContext>(EdgeRouter<TContext> router)
    {
        /// <summary>Adds an endpoint for any method token and every path.</summary>
        /// <param name="method">The method, compared as it is, case included.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Add(string method, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Add(method, Async(endpoint));

        /// <summary>Adds an endpoint for any method token and a pattern.</summary>
        /// <param name="method">The method, compared as it is, case included.</param>
        /// <param name="pattern">Matches the whole path.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Add(string method, RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Add(method, pattern, Async(endpoint));

        /// <summary>Adds an endpoint for every method, unknown ones too, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> All(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).All(Async(endpoint));

        /// <summary>Adds an endpoint for every method, unknown ones too, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> All(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).All(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for GET, and HEAD, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Get(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Get(Async(endpoint));

        /// <summary>Adds an endpoint for GET, and HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Get(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Get(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for HEAD, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Head(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Head(Async(endpoint));

        /// <summary>Adds an endpoint for HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Head(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Head(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for POST, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Post(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Post(Async(endpoint));

        /// <summary>Adds an endpoint for POST, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Post(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Post(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for PUT, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Put(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Put(Async(endpoint));

        /// <summary>Adds an endpoint for PUT, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Put(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Put(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for PATCH, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Patch(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Patch(Async(endpoint));

        /// <summary>Adds an endpoint for PATCH, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Patch(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Patch(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for DELETE, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Delete(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Delete(Async(endpoint));

        /// <summary>Adds an endpoint for DELETE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Delete(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Delete(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for OPTIONS, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Options(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Options(Async(endpoint));

        /// <summary>Adds an endpoint for OPTIONS, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Options(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Options(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for TRACE, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Trace(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Trace(Async(endpoint));

        /// <summary>Adds an endpoint for TRACE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Trace(RoutePattern pattern, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) => Of(router).Trace(pattern, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for any method token and a pattern.</summary>
        /// <param name="method">The method, compared as it is, case included.</param>
        /// <param name="pattern">Matches the whole path.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Add(string method, RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Add(method, pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for every method, unknown ones too, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> All(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).All(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for GET, and HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Get(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Get(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Head(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Head(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for POST, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Post(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Post(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for PUT, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Put(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Put(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for PATCH, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Patch(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Patch(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for DELETE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Delete(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Delete(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for OPTIONS, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Options(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Options(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for TRACE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter<TContext> Trace(RoutePattern pattern, EdgeHandler<TContext> handler, Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint) =>
            Of(router).Trace(pattern, handler, Async(endpoint));
    }

    private static EdgeRouter<TContext> Of<TContext>(EdgeRouter<TContext> router)
    {
        ArgumentNullException.ThrowIfNull(router);
        return router;
    }

    private static EdgeEndpoint<TContext> Async<TContext>(Func<HttpRequestMessage, TContext, HttpResponseMessage> endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return (req, ctx) => Task.FromResult(endpoint(req, ctx));
    }
}
