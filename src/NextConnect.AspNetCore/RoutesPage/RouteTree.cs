namespace NextConnect;

/// <summary>Routes by the segments of their patterns, in registration order.</summary>
/// <param name="Segment">The segment; empty for the root.</param>
internal sealed record RouteTree(string Segment)
{
    /// <summary>Gets the routes whose pattern ends here.</summary>
    public List<LayerInfo> Routes { get; } = [];

    public List<RouteTree> Children { get; } = [];

    public static RouteTree Of(IEnumerable<LayerInfo> routes)
    {
        var root = new RouteTree("");
        foreach (var route in routes)
        {
            var node = root;
            foreach (var segment in SegmentsOf(route.Pattern))
                node = node.Child(segment);
            node.Routes.Add(route);
        }
        return root;
    }

    /// <summary>Splits a text pattern; a regular expression is not a path, though it may have slashes.</summary>
    private static string[] SegmentsOf(string pattern) =>
        pattern.AsSpan().IndexOfAny("^$\\") >= 0 ? [pattern] : pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private RouteTree Child(string segment)
    {
        var child = Children.Find(child => child.Segment.Equals(segment, StringComparison.OrdinalIgnoreCase));
        if (child is null)
            Children.Add(child = new(segment));
        return child;
    }
}
