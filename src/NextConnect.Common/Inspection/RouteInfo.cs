namespace NextConnect;

/// <summary>One registration of a router, as data. A mounted router's layers stand here with their base path in front.</summary>
/// <param name="Order">The layer's place; requests run the layers that match in this order.</param>
/// <param name="Method">The method, or null for every method. <c>GET</c> takes HEAD requests too.</param>
/// <param name="Pattern">The route pattern as written; the source of a regular expression; empty when every request matches.</param>
/// <param name="IsMiddleware">Whether it was registered by <c>Use</c> and matches the beginning of a path; a base path with parameters is one too, without handlers.</param>
/// <param name="ParamNames">The names of its route parameters, in the order of the pattern.</param>
public sealed record RouteInfo(int Order, string? Method, string Pattern, bool IsMiddleware, IReadOnlyList<string> ParamNames)
{
    /// <summary>Returns the layer in one line: <c>GET /users/:id</c>, <c>use /api</c>, <c>all</c>.</summary>
    /// <returns>Method and pattern.</returns>
    public override string ToString() => $"{Verb} {Pattern}".TrimEnd();

    internal string Verb => IsMiddleware ? "use" : Method ?? "all";

    internal static RouteInfo Of(int order, RouteLayer layer) => new(order, layer.Method, layer.Text, layer.IsMiddleware, [.. NamesOf(layer.Path).Distinct()]);

    private static IEnumerable<string> NamesOf(PathMatcher path) =>
        path.Segments.Where(segment => segment.Kind != SegmentKind.Literal).Select(segment => segment.Text)
            .Concat(path.Regex is { } regex ? RegexPart.NamesOf(regex) : []);
}
