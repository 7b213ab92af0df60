using Microsoft.AspNetCore.Builder;

namespace NextConnect;

/// <summary>Puts an <see cref="EdgeRouter"/> into an ASP.NET Core pipeline.</summary>
public static class EdgeApplicationBuilderExtensions
{
    extension(IApplicationBuilder app)
    {
        /// <summary>Lets a router answer what it has routes for; everything else goes on to the rest of the pipeline.</summary>
        /// <param name="router">The router; it is frozen.</param>
        /// <param name="options">
        /// What else the router answers: an <see cref="EdgeHandlerOptions.OnNoMatch"/> answers all, so that nothing goes on;
        /// <see cref="EdgeHandlerOptions.HandleMethodNotAllowed"/> keeps the paths it has routes for. Null for the defaults.
        /// </param>
        /// <returns>The application builder itself.</returns>
        /// <remarks>
        /// When only middleware matches, none of it runs. When the last layer that matches calls <c>next</c>, the layers get a 404, the request goes on unless
        /// one of them returns another response, and the headers they added to the 404 are on whatever answers.
        /// </remarks>
        /// <example><code>app.UseNextConnect(router);</code></example>
        public IApplicationBuilder UseNextConnect(EdgeRouter router, EdgeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(app);
            ArgumentNullException.ThrowIfNull(router);
            return app.Use(next => EdgeHost.Of(router, options, next).InvokeAsync);
        }
    }
}
