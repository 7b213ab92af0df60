using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using AspNetPattern = Microsoft.AspNetCore.Routing.Patterns.RoutePattern;

namespace NextConnect;

/// <summary>Serves an endpoint and all paths below it: what the pattern took moves to the path base.</summary>
internal sealed class NodeEndpointHost(RequestDelegate handler)
{
    /// <summary>The catch-all that takes the rest of the path; no parameter anybody would name so.</summary>
    private const string Rest = "__nextConnectRest";

    /// <summary>Returns the pattern of an endpoint and all paths below it.</summary>
    public static string PatternBelow(string pattern)
    {
        AspNetPattern parsed = RoutePatternFactory.Parse(pattern);
        foreach (var parameter in parsed.Parameters)
        {
            if (parameter.IsOptional || parameter.IsCatchAll || parameter.Default is not null)
                throw new ArgumentException($"'{pattern}' has the parameter '{parameter.Name}' that a path may lack or that takes several segments; what is below it would not be clear. Give it a fixed place, or match it inside the router.", nameof(pattern));
        }
        return $"{pattern.TrimEnd('/')}/{{**{Rest}}}";
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var req = context.Request;
        var segments = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern.PathSegments.Count - 1;
        req.RouteValues.Remove(Rest);
        using var path = new PathBaseScope(req, req.PathBase, req.Path, segments);
        await handler(context).ConfigureAwait(false);
    }
}
