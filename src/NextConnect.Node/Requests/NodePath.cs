using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The one path string of a request: what the server decoded, without <c>PathBase</c>, read once.</summary>
internal static class NodePath
{
    /// <summary>Returns the path; null when it must not be routed.</summary>
    public static string? Of(HttpRequest req)
    {
        var path = req.Path.Value ?? "";
        return RequestPath.IsRoutable(path) ? path : null;
    }

    /// <summary>Returns the path.</summary>
    /// <exception cref="BadHttpRequestException">It must not be routed (400).</exception>
    public static string Require(HttpRequest req) =>
        Of(req) ?? throw new BadHttpRequestException("The request path has a control character or a dot segment.");
}
