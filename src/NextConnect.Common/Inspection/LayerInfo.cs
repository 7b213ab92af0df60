namespace NextConnect;

/// <summary>Describes one registration of a router. The layers of mounted routers include their base path.</summary>
/// <param name="Order">The layer's index; a request runs its matching layers in this order.</param>
/// <param name="Method">The method, or null for every method. <c>GET</c> matches HEAD requests too.</param>
/// <param name="Pattern">The route pattern as written; the source of a regular expression; empty when every request matches.</param>
/// <param name="IsMiddleware">
/// Whether <c>Use</c> registered it, to match a beginning of the path. A base path with parameters is one too, without handlers.
/// </param>
/// <param name="ParamNames">The names of its route parameters, in the order of the pattern.</param>
public sealed record LayerInfo(int Order, string? Method, string Pattern, bool IsMiddleware, IReadOnlyList<string> ParamNames)
{
    /// <summary>Gets whether it is error middleware, which runs only after an earlier layer has failed.</summary>
    public bool HandlesErrors { get; init; }

    /// <summary>Gets the base path that is in the request's path base while the layer runs (<c>Mount</c>), as written; null for none.</summary>
    public string? MountPath { get; init; }

    /// <summary>Returns the layer in one line: <c>GET /users/:id</c>, <c>use /api</c>, <c>GET /files/:name, mounted at /files</c>.</summary>
    /// <returns>The method, the pattern, and whether it is error middleware or mounted.</returns>
    public override string ToString() => $"{Verb} {Pattern}".TrimEnd() + Kind;

    internal string Verb => IsMiddleware ? "use" : Method ?? "all";

    /// <summary>Gets what follows the pattern of error middleware and mounted layers; empty for others.</summary>
    internal string Kind => (HandlesErrors ? ", error middleware" : "") + (MountPath is null ? "" : $", mounted at {MountPath}");

    internal static LayerInfo Of(int order, RouteLayer layer) =>
        new(order, layer.Method, layer.Text, layer.IsMiddleware, [.. NamesOf(layer.Path).Distinct()])
        {
            HandlesErrors = layer.HandlesErrors,
            MountPath = layer.MountPath,
        };

    private static IEnumerable<string> NamesOf(PathMatcher path) =>
        path.Segments.Where(segment => segment.Kind != SegmentKind.Literal).Select(segment => segment.Text)
            .Concat(path.Regex is { } regex ? RegexPattern.NamesOf(regex) : []);
}
