using System.ComponentModel;

namespace NextConnect;

/// <summary>The verbs for endpoints that return their response at once, without a task.</summary>
public static class EdgeRouterExtensions
{
    extension(EdgeRouter router)
    {
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(RoutePattern, TEndpoint)"/>
        public EdgeRouter All(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).All(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(TEndpoint)"/>
        public EdgeRouter All(EdgeSyncEndpoint endpoint) => NotNull(router).All(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(RoutePattern, TEndpoint)"/>
        public EdgeRouter Get(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Get(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(TEndpoint)"/>
        public EdgeRouter Get(EdgeSyncEndpoint endpoint) => NotNull(router).Get(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(RoutePattern, TEndpoint)"/>
        public EdgeRouter Head(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Head(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(TEndpoint)"/>
        public EdgeRouter Head(EdgeSyncEndpoint endpoint) => NotNull(router).Head(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(RoutePattern, TEndpoint)"/>
        public EdgeRouter Post(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Post(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(TEndpoint)"/>
        public EdgeRouter Post(EdgeSyncEndpoint endpoint) => NotNull(router).Post(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(RoutePattern, TEndpoint)"/>
        public EdgeRouter Put(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Put(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(TEndpoint)"/>
        public EdgeRouter Put(EdgeSyncEndpoint endpoint) => NotNull(router).Put(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(RoutePattern, TEndpoint)"/>
        public EdgeRouter Patch(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Patch(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(TEndpoint)"/>
        public EdgeRouter Patch(EdgeSyncEndpoint endpoint) => NotNull(router).Patch(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(RoutePattern, TEndpoint)"/>
        public EdgeRouter Delete(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Delete(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(TEndpoint)"/>
        public EdgeRouter Delete(EdgeSyncEndpoint endpoint) => NotNull(router).Delete(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(RoutePattern, TEndpoint)"/>
        public EdgeRouter Options(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Options(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(TEndpoint)"/>
        public EdgeRouter Options(EdgeSyncEndpoint endpoint) => NotNull(router).Options(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(RoutePattern, TEndpoint)"/>
        public EdgeRouter Trace(RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Trace(pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(TEndpoint)"/>
        public EdgeRouter Trace(EdgeSyncEndpoint endpoint) => NotNull(router).Trace(Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, RoutePattern, TEndpoint)"/>
        public EdgeRouter Add(string method, RoutePattern pattern, EdgeSyncEndpoint endpoint) => NotNull(router).Add(method, pattern, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, TEndpoint)"/>
        public EdgeRouter Add(string method, EdgeSyncEndpoint endpoint) => NotNull(router).Add(method, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Use(RoutePattern, TEndpoint)"/>
        [Obsolete(EdgeRouter.WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never)]
        public EdgeRouter Use(RoutePattern basePath, EdgeSyncEndpoint endpoint) => throw new NotSupportedException(EdgeRouter.WriteAll);
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Use(RoutePattern, TEndpoint)"/>
        [Obsolete(EdgeRouter.WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never)]
        public EdgeRouter Use(EdgeSyncEndpoint endpoint) => throw new NotSupportedException(EdgeRouter.WriteAll);
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Use(RoutePattern, TEndpoint)"/>
        [Obsolete(EdgeRouter.WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never)]
        public EdgeRouter Use(RoutePattern basePath, EdgeHandler handler, EdgeSyncEndpoint endpoint) => throw new NotSupportedException(EdgeRouter.WriteAll);
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Use(RoutePattern, TEndpoint)"/>
        [Obsolete(EdgeRouter.WriteAll, error: true), EditorBrowsable(EditorBrowsableState.Never)]
        public EdgeRouter Use(EdgeHandler handler, EdgeSyncEndpoint endpoint) => throw new NotSupportedException(EdgeRouter.WriteAll);
    }

    internal static EdgeRouter NotNull(EdgeRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        return router;
    }

    internal static EdgeEndpoint Async(EdgeSyncEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return (req, ctx) => Task.FromResult(endpoint(req, ctx));
    }
}
