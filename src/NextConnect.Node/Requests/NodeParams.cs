using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Route parameters live in <see cref="HttpRequest.RouteValues"/>, where the rest of ASP.NET Core reads them too.</summary>
internal static class NodeParams
{
    /// <summary>Adds what matched; values that stand there already win (next-connect 1.x).</summary>
    public static void Set(HttpRequest req, RouteMatch match)
    {
        if (match.HasParams)
            match.CopyParamsTo(req.RouteValues, static (values, name, value) => values.TryAdd(name, value));
    }
}
