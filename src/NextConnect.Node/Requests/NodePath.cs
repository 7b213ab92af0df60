using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The one path string of a request: what the server decoded, without <c>PathBase</c>, read once.</summary>
internal static class NodePath
{
    public static string Of(HttpRequest req)
    {
        var path = req.Path.Value ?? "";
        return RequestPath.IsRoutable(path) ? path : throw new BadHttpRequestException("The request path has a control character or a dot segment.");
    }
}
