using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace NextConnect;

/// <summary>Makes an <see cref="EdgeRouter"/> an ASP.NET Core endpoint.</summary>
public static class EdgeEndpointRouteBuilderExtensions
{
    extension(IEndpointRouteBuilder endpoints)
    {
        /// <summary>Serves a router under a route pattern of ASP.NET Core: it gets every request whose path begins so, and always answers.</summary>
        /// <param name="pattern">
        /// The beginning of the path, such as <c>/api</c> or <c>/{tenant}</c>. Its route values are in <see cref="HttpRequestMessageExtensions"/>' <c>Params</c>,
        /// where they win over the router's own. Every segment must be there: no optional parameter, no default, no catch-all.
        /// </param>
        /// <param name="router">The router; it is frozen, and matches what is left of the path.</param>
        /// <param name="options">What to do when no route of the router answers; null for the defaults.</param>
        /// <returns>A builder for conventions such as <c>RequireAuthorization</c>, <c>RequireCors</c> or <c>RequireRateLimiting</c>.</returns>
        /// <exception cref="ArgumentException">A segment of the pattern may be missing.</exception>
        /// <remarks>The part of the path that the pattern took is <see cref="EdgeContext.PathBase"/>.</remarks>
        /// <example><code>app.MapNextConnect("/tenants/{tenant}", router).RequireAuthorization();</code></example>
        public IEndpointConventionBuilder MapNextConnect([StringSyntax("Route")] string pattern, EdgeRouter router, EdgeHandlerOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(endpoints);
            ArgumentNullException.ThrowIfNull(pattern);
            ArgumentNullException.ThrowIfNull(router);
            if (RoutePatternFactory.Parse(pattern).Parameters.FirstOrDefault(IsOptional) is { } parameter)
            {
                throw new ArgumentException(
                    $"The pattern '{pattern}' cannot stand before a router: its parameter '{parameter.Name}' may be missing or take several segments. Match it inside the router.", nameof(pattern));
            }
            var host = new EdgeEndpointHost(EdgeHost.Of(router, options));
            return endpoints.Map($"{pattern.TrimEnd('/')}/{{**{EdgeRouteValues.Rest}}}", host.InvokeAsync).WithDisplayName($"{pattern} (EdgeRouter)");
        }
    }

    private static bool IsOptional(RoutePatternParameterPart parameter) => parameter.IsOptional || parameter.IsCatchAll || parameter.Default is not null;
}
