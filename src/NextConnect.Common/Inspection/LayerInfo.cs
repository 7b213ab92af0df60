namespace NextConnect;

/// <summary>One registration of a router, as data. A mounted router's layers stand here with their base path in front.</summary>
/// <param name="Order">The layer's place; requests run the layers that match in this order.</param>
/// <param name="Method">The method, or null for every method. <c>GET</c> takes HEAD requests too.</param>
/// <param name="Pattern">The route pattern as written; the source of a regular expression; empty when every request matches.</param>
/// <param name="IsMiddleware">Whether it was registered by <c>Use</c> and matches the beginning of a path; a base path with parameters is one too, without handlers.</param>
/// <param name="ParamNames">The names of its route parameters, in the order of the pattern.</param>
public sealed record LayerInfo(int Order, string? Method, string Pattern, bool IsMiddleware, IReadOnlyList<string> ParamNames)
{
    /// <summary>Gets whether it is error middleware, which is skipped unless a layer before it has failed.</summary>
    public bool HandlesErrors { get; init; }

    /// <summary>Gets the base path that stands in the request's path base while the layer runs (<c>Mount</c>), as written; null when the request is left alone.</summary>
    public string? MountPath { get; init; }

    /// <summary>
    /// Returns the layer in one line: <c>GET /users/:id</c>, <c>use /api</c>, <c>all</c>, <c>use, error middleware</c>, <c>GET /files/:name, mounted at /files</c>.
    /// </summary>
    /// <returns>Method, pattern, and what sets the layer apart.</returns>
    public override string ToString() => $"{Verb} {Pattern}".TrimEnd() + Kind;

    internal string Verb => IsMiddleware ? "use" : Method ?? "all";

    /// <summary>Gets what sets the layer apart from others, behind its pattern; empty for most.</summary>
    internal string Kind => (HandlesErrors ? ", error middleware" : "") + (MountPath is null ? "" : $", mounted at {MountPath}");

    internal static LayerInfo Of(int order, RouteLayer layer) => new(order, layer.Method, layer.Text, layer.IsMiddleware, [.. NamesOf(layer.Path).Distinct()])
    {
        HandlesErrors = layer.HandlesErrors,
        MountPath = layer.MountPath,
    };

    private static IEnumerable<string> NamesOf(PathMatcher path) =>
        path.Segments.Where(segment => segment.Kind != SegmentKind.Literal).Select(segment => segment.Text)
            .Concat(path.Regex is { } regex ? RegexPattern.NamesOf(regex) : []);
}
