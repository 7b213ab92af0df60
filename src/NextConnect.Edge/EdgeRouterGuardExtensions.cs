using static NextConnect.EdgeRouterExtensions;

namespace NextConnect;

/// <summary>The verbs for handlers before an endpoint that returns its response at once.</summary>
public static class EdgeRouterGuardExtensions
{
    extension(EdgeRouter router)
    {
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter All(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).All(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter All(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).All(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter All(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).All(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter All(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).All(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(THandler, TEndpoint)"/>
        public EdgeRouter All(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).All(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.All(THandler, THandler, TEndpoint)"/>
        public EdgeRouter All(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).All(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Get(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Get(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Get(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Get(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Get(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Get(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Get(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Get(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(THandler, TEndpoint)"/>
        public EdgeRouter Get(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Get(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Get(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Get(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).Get(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Head(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Head(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Head(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Head(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Head(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Head(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Head(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Head(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(THandler, TEndpoint)"/>
        public EdgeRouter Head(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Head(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Head(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Head(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).Head(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Post(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Post(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Post(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Post(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Post(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Post(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Post(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Post(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(THandler, TEndpoint)"/>
        public EdgeRouter Post(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Post(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Post(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Post(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).Post(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Put(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Put(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Put(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Put(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Put(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Put(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Put(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Put(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(THandler, TEndpoint)"/>
        public EdgeRouter Put(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Put(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Put(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Put(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).Put(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Patch(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Patch(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Patch(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Patch(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Patch(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Patch(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Patch(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Patch(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(THandler, TEndpoint)"/>
        public EdgeRouter Patch(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Patch(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Patch(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Patch(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).Patch(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Delete(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Delete(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Delete(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Delete(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Delete(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Delete(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Delete(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Delete(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(THandler, TEndpoint)"/>
        public EdgeRouter Delete(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Delete(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Delete(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Delete(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Delete(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Options(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Options(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Options(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Options(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Options(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Options(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Options(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Options(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(THandler, TEndpoint)"/>
        public EdgeRouter Options(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Options(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Options(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Options(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Options(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Trace(RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Trace(pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Trace(RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Trace(pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Trace(RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Trace(pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Trace(ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) => NotNull(router).Trace(handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(THandler, TEndpoint)"/>
        public EdgeRouter Trace(EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Trace(handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Trace(THandler, THandler, TEndpoint)"/>
        public EdgeRouter Trace(EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) => NotNull(router).Trace(handler, second, Async(endpoint));

        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, RoutePattern, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Add(string method, RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Add(method, pattern, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, RoutePattern, THandler, TEndpoint)"/>
        public EdgeRouter Add(string method, RoutePattern pattern, EdgeHandler handler, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Add(method, pattern, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, RoutePattern, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Add(string method, RoutePattern pattern, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Add(method, pattern, handler, second, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, ReadOnlySpan{THandler}, TEndpoint)"/>
        public EdgeRouter Add(string method, ReadOnlySpan<EdgeHandler> handlers, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Add(method, handlers, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, THandler, TEndpoint)"/>
        public EdgeRouter Add(string method, EdgeHandler handler, EdgeSyncEndpoint endpoint) => NotNull(router).Add(method, handler, Async(endpoint));
        /// <inheritdoc cref="RouterBase{TSelf, THandler, TEndpoint}.Add(string, THandler, THandler, TEndpoint)"/>
        public EdgeRouter Add(string method, EdgeHandler handler, EdgeHandler second, EdgeSyncEndpoint endpoint) =>
            NotNull(router).Add(method, handler, second, Async(endpoint));
    }
}
