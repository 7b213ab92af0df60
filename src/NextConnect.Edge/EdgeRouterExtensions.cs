namespace NextConnect;

/// <summary>Endpoints that return their response at once.</summary>
public static class EdgeRouterExtensions
{
    extension(EdgeRouter router)
    {
        /// <summary>Adds an endpoint for any method token and every path.</summary>
        /// <param name="method">The method, compared as it is, case included.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Add(string method, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Add(method, Async(endpoint));

        /// <summary>Adds an endpoint for any method token and a pattern.</summary>
        /// <param name="method">The method, compared as it is, case included.</param>
        /// <param name="pattern">Matches the whole path.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Add(string method, RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Add(method, pattern, Async(endpoint));

        /// <summary>Adds an endpoint for every method, unknown ones too, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter All(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).All(Async(endpoint));

        /// <summary>Adds an endpoint for every method, unknown ones too, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter All(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).All(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for GET, and HEAD, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Get(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Get(Async(endpoint));

        /// <summary>Adds an endpoint for GET, and HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Get(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Get(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for HEAD, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Head(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Head(Async(endpoint));

        /// <summary>Adds an endpoint for HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Head(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Head(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for POST, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Post(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Post(Async(endpoint));

        /// <summary>Adds an endpoint for POST, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Post(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Post(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for PUT, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Put(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Put(Async(endpoint));

        /// <summary>Adds an endpoint for PUT, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Put(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Put(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for PATCH, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Patch(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Patch(Async(endpoint));

        /// <summary>Adds an endpoint for PATCH, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Patch(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Patch(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for DELETE, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Delete(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Delete(Async(endpoint));

        /// <summary>Adds an endpoint for DELETE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Delete(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Delete(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for OPTIONS, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Options(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Options(Async(endpoint));

        /// <summary>Adds an endpoint for OPTIONS, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Options(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Options(pattern, Async(endpoint));

        /// <summary>Adds an endpoint for TRACE, on every path.</summary>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Trace(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Trace(Async(endpoint));

        /// <summary>Adds an endpoint for TRACE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Trace(RoutePattern pattern, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) => Of(router).Trace(pattern, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for any method token and a pattern.</summary>
        /// <param name="method">The method, compared as it is, case included.</param>
        /// <param name="pattern">Matches the whole path.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Add(string method, RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Add(method, pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for every method, unknown ones too, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter All(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).All(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for GET, and HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Get(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Get(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for HEAD, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Head(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Head(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for POST, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Post(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Post(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for PUT, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Put(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Put(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for PATCH, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Patch(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Patch(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for DELETE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Delete(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Delete(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for OPTIONS, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Options(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Options(pattern, handler, Async(endpoint));

        /// <summary>Adds a handler and the endpoint behind it for TRACE, on the paths of a pattern.</summary>
        /// <param name="pattern">Matches the whole path; empty matches everything.</param>
        /// <param name="handler">Runs first, and continues by <c>next</c>.</param>
        /// <param name="endpoint">The function that answers.</param>
        /// <returns>The router itself.</returns>
        public EdgeRouter Trace(RoutePattern pattern, EdgeHandler handler, Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
            Of(router).Trace(pattern, handler, Async(endpoint));
    }

    private static EdgeRouter Of(EdgeRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        return router;
    }

    private static EdgeEndpoint Async(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return (req, ctx) => Task.FromResult(endpoint(req, ctx));
    }
}
