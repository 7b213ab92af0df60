using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>What becomes of a request before the chain that it matches runs.</summary>
internal static class MatchedRequest
{
    /// <summary>
    /// Notes the route for whoever observes the request, and adds the parameters to <see cref="HttpRequest.RouteValues"/>, where the rest of ASP.NET Core
    /// reads them too; values that are there already win (next-connect 1.x).
    /// </summary>
    public static void Begin(HttpRequest req, RouteMatch match)
    {
        RouteTag.Set(req.HttpContext, match.Layers.Route);
        if (match.Layers.Params.HasParams)
            match.CopyParamsTo(req.RouteValues, static (values, name, value) => values.TryAdd(name, value));
    }
}
