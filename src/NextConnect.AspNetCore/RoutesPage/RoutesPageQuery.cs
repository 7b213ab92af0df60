using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The request that was typed into the page.</summary>
/// <param name="Method">The method, as typed.</param>
/// <param name="Path">The path, as typed; null without one.</param>
/// <param name="Options">The options to explain with.</param>
internal sealed record RoutesPageQuery(string Method, string? Path, HandlerOptions Options)
{
    /// <summary>Gets the path as a server decodes it, once and without the query; null when no valid path was typed.</summary>
    public string? DecodedPath => Path is not null && Uri.TryCreate(Path, UriKind.Relative, out var uri) ? RequestPath.Of(uri) : null;

    public static RoutesPageQuery Read(IQueryCollection query) => new(
        query["method"] is [{ Length: > 0 } method] ? method : HttpMethods.Get,
        query["path"] is [{ Length: > 0 } path] ? path : null,
        new() { HandleMethodNotAllowed = query.ContainsKey("allow"), HandleOptions = query.ContainsKey("options") });
}
