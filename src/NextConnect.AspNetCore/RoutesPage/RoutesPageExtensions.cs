using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NextConnect;

/// <summary>Adds the development page of a router.</summary>
public static class RoutesPageExtensions
{
    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// Adds a page that shows a router's routes as a tree, and explains what the router does with a request that you type. Only in the environment
        /// <c>Development</c>: elsewhere nothing is added, because the page discloses every route.
        /// </summary>
        /// <param name="router">The router. The page neither freezes nor runs it.</param>
        /// <param name="path">The path of the page; register it before anything that responds to every request.</param>
        /// <param name="allowOutsideDevelopment">Whether to add it in every environment; protect it with authorization then.</param>
        /// <typeparam name="TRouter">The router's type.</typeparam>
        /// <typeparam name="THandler">Its handlers.</typeparam>
        /// <typeparam name="TEndpoint">Its endpoints.</typeparam>
        /// <returns>The application.</returns>
        /// <example><code>app.UseNextConnectRoutesPage(router);</code></example>
        public IApplicationBuilder UseNextConnectRoutesPage<TRouter, THandler, TEndpoint>(
            RouterBase<TRouter, THandler, TEndpoint> router, string path = "/_routes", bool allowOutsideDevelopment = false)
            where TRouter : RouterBase<TRouter, THandler, TEndpoint>
            where THandler : Delegate
            where TEndpoint : Delegate
        {
            ArgumentNullException.ThrowIfNull(app);
            ArgumentNullException.ThrowIfNull(router);
            if (!allowOutsideDevelopment && !app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
                return app;
            var page = new RoutesPage(() => router.Layers, router.Explain);
            return app.Map(path, branch => branch.Run(page.InvokeAsync));
        }
    }
}
