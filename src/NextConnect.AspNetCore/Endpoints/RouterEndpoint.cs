using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace NextConnect;

/// <summary>A router as an endpoint with all paths below it: the part that the pattern matches moves to the path base.</summary>
internal sealed class RouterEndpoint(RequestDelegate handler)
{
    /// <summary>The catch-all parameter for the router's own part of the path.</summary>
    private const string Rest = "__nextConnectRest";

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, string kind, RequestDelegate handler)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (RoutePatternFactory.Parse(pattern).Parameters.FirstOrDefault(IsOptional) is { } parameter)
        {
            throw new ArgumentException(
                $"The pattern '{pattern}' cannot precede a router: a path may lack its parameter '{parameter.Name}', or have several segments for it. "
                + "Make it a required segment, or match it inside the router.",
                nameof(pattern));
        }
        return endpoints.Map($"{pattern.TrimEnd('/')}/{{**{Rest}}}", new RouterEndpoint(handler).InvokeAsync).WithDisplayName($"{pattern} ({kind})");
    }

    private async Task InvokeAsync(HttpContext context)
    {
        var req = context.Request;
        var segments = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern.PathSegments.Count - 1; // with those of route groups, without the catch-all
        req.RouteValues.Remove(Rest);
        using var path = new PathBaseScope(req, req.PathBase, req.Path, segments);
        await handler(context).ConfigureAwait(false);
    }

    private static bool IsOptional(RoutePatternParameterPart parameter) => parameter.IsOptional || parameter.IsCatchAll || parameter.Default is not null;
}
