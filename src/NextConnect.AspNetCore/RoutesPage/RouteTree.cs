namespace NextConnect;

/// <summary>The layers of a router by the segments of their patterns, in registration order.</summary>
/// <param name="Segment">The segment; empty for the root.</param>
internal sealed record RouteTree(string Segment)
{
    /// <summary>Gets the layers whose pattern ends here.</summary>
    public List<LayerInfo> Layers { get; } = [];

    public List<RouteTree> Children { get; } = [];

    public static RouteTree Of(IEnumerable<LayerInfo> layers)
    {
        var root = new RouteTree("");
        foreach (var layer in layers)
        {
            var node = root;
            foreach (var segment in SegmentsOf(layer.Pattern))
                node = node.Child(segment);
            node.Layers.Add(layer);
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
