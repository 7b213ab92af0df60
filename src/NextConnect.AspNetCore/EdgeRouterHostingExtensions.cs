using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Hosts an <see cref="EdgeRouter"/> on ASP.NET Core.</summary>
public static class EdgeRouterHostingExtensions
{
    extension(EdgeRouter router)
    {
        /// <summary>Makes the function that an ASP.NET Core server calls: it always responds.</summary>
        /// <param name="options">What to do with errors and without a route; null for the defaults.</param>
        /// <returns>A request delegate for <c>app.Run</c>, <c>app.Map</c> or any endpoint.</returns>
        /// <remarks>
        /// Freezes the router. Bodies are streamed both ways, never buffered. The router matches <see cref="HttpRequest.Path"/> as the server decoded it.
        /// The handlers' <see cref="EdgeContext"/> carries <see cref="HttpContext.RequestServices"/>, <see cref="HttpContext.RequestAborted"/>,
        /// <see cref="HttpContext.User"/>, the remote address and the path base; the endpoint's route values are in <c>req.Params</c>.
        /// </remarks>
        /// <example><code>app.Run(router.ToRequestDelegate());</code></example>
        public RequestDelegate ToRequestDelegate(EdgeHandlerOptions? options = null) => new HttpContextHost(new(router, options), null).InvokeAsync;
    }
}
