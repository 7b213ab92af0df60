using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace NextConnect;

/// <summary>Serves a <see cref="NodeRouter"/> by itself, without an application around it.</summary>
public static class RouterServer
{
    extension(NodeRouter router)
    {
        /// <summary>Serves the router on Kestrel until Ctrl+C or SIGTERM, and then lets running requests end (Connect's <c>listen</c>).</summary>
        /// <param name="urls">Where to listen, such as <c>http://localhost:5085</c>; none for ASP.NET Core's settings, such as <c>ASPNETCORE_URLS</c>.</param>
        /// <returns>A task that ends when the server has stopped.</returns>
        /// <remarks>Freezes the router. It is served by <see cref="NodeRouter.Handler"/>, on HTTP/1.1 and HTTP/2, logging to the console.</remarks>
        /// <example><code>await router.ListenAsync("http://localhost:5085");</code></example>
        public Task ListenAsync(params string[] urls) => router.ListenAsync(null, CancellationToken.None, urls);

        /// <summary>Serves the router on Kestrel until a token is cancelled, or Ctrl+C or SIGTERM.</summary>
        /// <param name="options">What to do when no route answers; null for the defaults.</param>
        /// <param name="stop">Stops the server.</param>
        /// <param name="urls">Where to listen; none for ASP.NET Core's settings.</param>
        /// <returns>A task that ends when the server has stopped.</returns>
        /// <exception cref="IOException">An address is in use.</exception>
        public async Task ListenAsync(NodeHandlerOptions? options, CancellationToken stop, params string[] urls)
        {
            ArgumentNullException.ThrowIfNull(router);
            ArgumentNullException.ThrowIfNull(urls);
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
            var app = builder.Build();
            await using (app.ConfigureAwait(false))
            {
                foreach (var url in urls)
                    app.Urls.Add(url);
                app.Run(router.Handler(options));
                await HostingAbstractionsHostExtensions.RunAsync(app, stop).ConfigureAwait(false);
            }
        }
    }
}
