using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Makes a router an ASP.NET Core endpoint.</summary>
public static class NextConnectEndpointRouteBuilderExtensions
{
    extension(IEndpointRouteBuilder endpoints)
    {
        /// <summary>
        /// Maps all paths at and below a route pattern to a router. It sees the path below; the part that the pattern matched is in
        /// <see cref="HttpRequest.PathBase"/>.
        /// </summary>
        /// <param name="pattern">
        /// An ASP.NET Core route pattern such as <c>/api</c> or <c>/api/{tenant}</c>. Its values are in <c>req.Params</c>, where they override the router's.
        /// Every segment is required: no optional parameter, no default, no catch-all. In a group, the group's prefix counts too.
        /// </param>
        /// <param name="router">The router; it freezes.</param>
        /// <param name="options">What to do with errors and without a route; null for the defaults.</param>
        /// <returns>A builder for conventions such as <c>RequireAuthorization</c>, <c>RequireCors</c> and <c>WithMetadata</c>.</returns>
        /// <exception cref="ArgumentException">A path may lack a segment of the pattern.</exception>
        /// <example><code>app.MapNextConnect("/api", router).RequireAuthorization();</code></example>
        public IEndpointConventionBuilder MapNextConnect([StringSyntax("Route")] string pattern, NodeRouter router, NodeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(router);
            return RouterEndpoint.Map(endpoints, pattern, nameof(NodeRouter), router.Handler(options));
        }

        /// <inheritdoc cref="MapNextConnect(IEndpointRouteBuilder, string, NodeRouter, NodeHandlerOptions?)"/>
        public IEndpointConventionBuilder MapNextConnect([StringSyntax("Route")] string pattern, EdgeRouter router, EdgeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(router);
            return RouterEndpoint.Map(endpoints, pattern, nameof(EdgeRouter), router.ToRequestDelegate(options));
        }
    }
}
