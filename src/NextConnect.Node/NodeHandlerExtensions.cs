namespace NextConnect;

/// <summary>Middleware that returns no value, in a router whose handlers do.</summary>
public static class NodeHandlerExtensions
{
    extension(NodeHandler middleware)
    {
        /// <summary>
        /// Makes a handler for a <see cref="NodeRouter{TResult}"/> of middleware that returns no value: wrapped callbacks (<see cref="ExpressWrapper"/>),
        /// ASP.NET Core middleware, or your own.
        /// </summary>
        /// <typeparam name="TResult">What the router's handlers return.</typeparam>
        /// <returns>
        /// A handler that returns what <c>next</c> returned; the default of <typeparamref name="TResult"/> when the middleware did not call <c>next</c>, or has
        /// handled its error.
        /// </returns>
        /// <example><code>new NodeRouter&lt;string>().Use(ExpressWrapper.Wrap(session).WithResult&lt;string>());</code></example>
        public NodeHandler<TResult> WithResult<TResult>()
        {
            ArgumentNullException.ThrowIfNull(middleware);
            return (req, res, next) =>
            {
                Task<TResult>? rest = null;
                var work = middleware(req, res, () => rest = next());
                return work is null ? null! : ResultAsync(); // the chain reports which layer returned null

                async Task<TResult> ResultAsync()
                {
                    await work.ConfigureAwait(false);
                    return rest is null or { IsFaulted: true } or { IsCanceled: true } ? default! : await rest.ConfigureAwait(false);
                }
            };
        }
    }
}
