using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Runs a router inside an endpoint: the segments that the endpoint's pattern took become the path base, the rest is matched.</summary>
internal sealed class EdgeEndpointHost(EdgeHost host)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var end = EndOfBase(path, BaseSegments(context));
        return host.InvokeAsync(context, context.Request.PathBase + new PathString(path[..end]), new PathString(path[end..]));
    }

    /// <summary>Counts what stands before the catch-all, with what route groups have put before it.</summary>
    private static int BaseSegments(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint ? endpoint.RoutePattern.PathSegments.Count - 1 : 0;

    /// <summary>Cuts where the router cuts too, at slashes of the decoded path: each segment of the pattern took exactly one.</summary>
    private static int EndOfBase(string path, int segments)
    {
        var end = 0;
        for (var i = 0; i < segments && end < path.Length; i++)
        {
            var next = path.IndexOf('/', end + 1);
            end = next < 0 ? path.Length : next;
        }
        return end;
    }
}
