namespace NextConnect;

/// <summary>The patterns of all layers as one graph.</summary>
internal sealed class PatternGraph
{
    private readonly List<PatternNode> _nodes = [new(0)];

    /// <param name="layers">The layers, in order.</param>
    public PatternGraph(RouteLayer[] layers)
    {
        LayerCount = layers.Length;
        var everything = new List<int>();
        foreach (var (index, layer) in layers.Index())
            (layer.Path.Match == PathMatch.Everything ? everything : Place(layer.Path)).Add(index);
        Everything = [.. everything];
        LiteralCount = _nodes.Sum(node => node.Literals?.Count ?? 0);
    }

    public int LayerCount { get; }

    public int NodeCount => _nodes.Count;

    /// <summary>Gets the number of edges of static text.</summary>
    public int LiteralCount { get; }

    /// <summary>Gets the node in which every path begins.</summary>
    public PatternNode Start => _nodes[0];

    /// <summary>Gets the layers that match every request.</summary>
    public int[] Everything { get; }

    public PatternNode this[int id] => _nodes[id];

    /// <summary>Makes the nodes of a pattern, and returns the list that its layer belongs to.</summary>
    private List<int> Place(PathMatcher path)
    {
        var node = Start;
        foreach (var segment in path.Segments)
            node = node.Extend(segment, _nodes);
        return path.Match == PathMatch.Exact && path.Regex is null ? node.Exact : node.Prefix;
    }
}
