namespace NextConnect;

/// <summary>One registration: what it matches, and the functions it runs.</summary>
/// <param name="Method">The method, or null for every method.</param>
/// <param name="IsMiddleware">Whether it was registered by <c>Use</c>.</param>
/// <param name="Path">What it matches of the path.</param>
/// <param name="Text">Its pattern as written, base paths included, for messages; empty without a pattern.</param>
internal sealed record RouteLayer(string? Method, bool IsMiddleware, PathMatcher Path, string Text)
{
    /// <summary>Gets its handlers and endpoint, in order.</summary>
    public LayerFunction[] Functions { get; init; } = [];

    /// <summary>Gets whether it is error middleware, which runs only while there is an error to handle.</summary>
    public bool HandlesErrors { get; init; }

    /// <summary>Gets how many leading segments move from the path to the path base while it runs (<c>Mount</c>).</summary>
    public int MountSegments { get; init; }

    /// <summary>Gets the innermost isolated router that it belongs to; null for none.</summary>
    public IsolatedRouter? Isolation { get; init; }

    /// <summary>Gets the base path that moves while it runs, as written; null for none.</summary>
    public string? MountPath =>
        MountSegments > 0 ? "/" + string.Join('/', Text.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(MountSegments)) : null;

    /// <summary>Gets the layer's name in messages: <c>GET /users/:id</c>, <c>use /api</c>.</summary>
    public string DisplayName => $"{(IsMiddleware ? "use" : Method ?? "all")} {Text}".TrimEnd();

    /// <summary>Tests a method (null: one that no layer names). Case counts; GET routes accept HEAD requests too (next-connect 1.x).</summary>
    public bool Accepts(string? method) => Method is null || Method == method || (Method == "GET" && method == "HEAD");

    /// <summary>Returns the layer with a base path before its pattern.</summary>
    /// <param name="basePath">The base path.</param>
    /// <param name="moves">Whether the base path moves to the path base; before a mounted layer it always does.</param>
    public RouteLayer Under(RoutePattern basePath, bool moves) => this with
    {
        Path = Path.Under(basePath.Segments),
        Text = basePath.Text.TrimEnd('/') + (Text is "" or ['/', ..] ? Text : "/" + Text),
        MountSegments = moves || MountSegments > 0 ? basePath.Segments.Length + MountSegments : 0,
    };

    /// <summary>Lists the methods that layers name, sorted; HEAD with GET.</summary>
    public static SortedSet<string> MethodsOf(IEnumerable<RouteLayer> layers)
    {
        var methods = new SortedSet<string>(layers.Select(layer => layer.Method).OfType<string>(), StringComparer.Ordinal);
        if (methods.Contains("GET"))
            methods.Add("HEAD");
        return methods;
    }
}
