using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Prepares a request for the chain that it matches.</summary>
internal static class MatchedRequest
{
    /// <summary>
    /// Records the route for handlers and telemetry, and adds the parameters to <see cref="HttpRequest.RouteValues"/>, where the rest of ASP.NET Core reads
    /// them too; values that are already there win (next-connect 1.x). Returns the parameters by step; null when all steps see the same.
    /// </summary>
    public static NodeParamViews? Begin(HttpRequest req, RouteMatch match)
    {
        if (match.Layers.Route is { } route)
        {
            req.HttpContext.Features.Set(match.Layers); // for req.Route
            RouteTag.Set(req.HttpContext, route);
        }
        if (!match.Layers.Params.HasParams)
            return null;
        var views = match.HasOwnParams ? new NodeParamViews(match, req) : null;
        match.CopyParamsTo(req.RouteValues, static (values, name, value) => values.TryAdd(name, value));
        return views;
    }
}
