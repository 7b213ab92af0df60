namespace NextConnect;

/// <summary>Serves a router on a port without ASP.NET Core.</summary>
public static class EdgeListenerExtensions
{
    extension(EdgeRouter router)
    {
        /// <summary>Serves the router by <see cref="System.Net.HttpListener"/> until the token fires; what still runs then is told and waited for.</summary>
        /// <param name="prefix">Scheme, host and port, such as <c>http://localhost:8080/</c>.</param>
        /// <param name="cancellationToken">Stops it.</param>
        /// <returns>A task that ends after the last request.</returns>
        /// <remarks>Freezes the router. <see cref="EdgeListener"/> says what to know of this host, and takes options.</remarks>
        /// <example><code>await router.ListenAsync("http://localhost:8080/", stop.Token);</code></example>
        public async Task ListenAsync(string prefix, CancellationToken cancellationToken)
        {
            var listener = EdgeListener.Start(router, prefix);
            await using (listener.ConfigureAwait(false))
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
