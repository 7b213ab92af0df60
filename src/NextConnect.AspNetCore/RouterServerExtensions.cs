using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace NextConnect;

/// <summary>Serves a router without an application around it.</summary>
public static class RouterServerExtensions
{
    extension(NodeRouter router)
    {
        /// <summary>Serves the router on Kestrel until Ctrl+C or SIGTERM, then lets running requests complete (Connect's <c>listen</c>).</summary>
        /// <param name="urls">Where to listen, such as <c>http://localhost:5085</c>; empty for ASP.NET Core's settings, such as <c>ASPNETCORE_URLS</c>.</param>
        /// <returns>A task that completes when the server has stopped.</returns>
        /// <exception cref="IOException">An address is in use.</exception>
        /// <remarks>Freezes the router. HTTP/1.1; on <c>https://</c> HTTP/2 too. Logs to the console, the addresses first.</remarks>
        /// <example><code>await router.ListenAsync("http://localhost:5085");</code></example>
        public Task ListenAsync(params string[] urls) => router.ListenAsync(urls, options: null);

        /// <summary>Serves the router on Kestrel until a token is cancelled, Ctrl+C or SIGTERM.</summary>
        /// <param name="urls">Where to listen; empty for ASP.NET Core's settings.</param>
        /// <param name="options">What to do with errors and without a route; null for the defaults.</param>
        /// <param name="onListening">
        /// Receives each address as soon as the server accepts requests, with the port that the system has chosen for port 0. Null for nothing. What it throws
        /// stops the server.
        /// </param>
        /// <param name="cancellationToken">Stops the server.</param>
        /// <returns>A task that completes when the server has stopped.</returns>
        /// <exception cref="IOException">An address is in use.</exception>
        /// <example><code>await router.ListenAsync(["http://127.0.0.1:0"], onListening: address => Console.WriteLine($"Open {address}"));</code></example>
        public Task ListenAsync(
            IReadOnlyList<string> urls, NodeHandlerOptions? options = null, Action<Uri>? onListening = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(router);
            return ServeAsync(router.Handler(options), urls, onListening, cancellationToken);
        }
    }

    extension(EdgeRouter router)
    {
        /// <inheritdoc cref="ListenAsync(NodeRouter, string[])"/>
        public Task ListenAsync(params string[] urls) => router.ListenAsync(urls, options: null);

        /// <inheritdoc cref="ListenAsync(NodeRouter, IReadOnlyList{string}, NodeHandlerOptions?, Action{Uri}?, CancellationToken)"/>
        public Task ListenAsync(
            IReadOnlyList<string> urls, EdgeHandlerOptions? options = null, Action<Uri>? onListening = null, CancellationToken cancellationToken = default) =>
            ServeAsync(router.ToRequestDelegate(options), urls, onListening, cancellationToken);
    }

    private static async Task ServeAsync(RequestDelegate handler, IReadOnlyList<string> urls, Action<Uri>? onListening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            foreach (var url in urls)
                app.Urls.Add(url);
            app.Run(handler);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            if (onListening is not null)
            {
                foreach (var url in app.Urls)
                    onListening(new(url));
            }
            await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
