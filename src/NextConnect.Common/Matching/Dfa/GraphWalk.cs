namespace NextConnect;

/// <summary>
/// The places that a path may have reached in the graph of all patterns, and the layers that it matches: what a <see cref="DfaState"/> holds, while it changes.
/// Each step costs as much as there are places.
/// </summary>
internal ref struct GraphWalk
{
    /// <summary>The size of a buffer that is enough for most tables; larger ones allocate an array.</summary>
    public const int StackLimit = 128;

    private readonly PatternGraph _graph;
    private readonly BitSet _matched;
    private BitSet _nodes;
    private BitSet _reached;

    /// <param name="graph">The graph.</param>
    /// <param name="nodes">The nodes where the walk continues.</param>
    /// <param name="matched">The layers that match whatever follows.</param>
    /// <param name="buffer">Words for the sets, all zero.</param>
    public GraphWalk(PatternGraph graph, PatternNode[] nodes, int[] matched, Span<ulong> buffer)
    {
        _graph = graph;
        var (perNodes, perLayers) = (BitSet.WordsOf(graph.NodeCount), BitSet.WordsOf(graph.LayerCount));
        if (buffer.Length < (2 * perNodes) + perLayers)
            buffer = new ulong[(2 * perNodes) + perLayers];
        _nodes = new(buffer[..perNodes]);
        _reached = new(buffer.Slice(perNodes, perNodes));
        _matched = new(buffer.Slice(2 * perNodes, perLayers));
        foreach (var node in nodes)
            _nodes.Add(node.Id);
        foreach (var index in matched)
            _matched.Add(index);
    }

    /// <summary>Gets the layers that match whatever follows; after <see cref="End"/>, all that match.</summary>
    public readonly BitSet Matched => _matched;

    /// <summary>Enters the graph at its start.</summary>
    public void Begin()
    {
        _graph.Start.Enter(_reached);
        Arrive();
    }

    /// <summary>Follows every edge that accepts a segment.</summary>
    public void Step(ReadOnlySpan<char> segment)
    {
        foreach (var id in _nodes)
            _graph[id].Follow(segment, _reached);
        Arrive();
    }

    /// <summary>Follows the rest of a path to its end.</summary>
    /// <param name="path">The path.</param>
    /// <param name="start">Where the first segment begins that the walk has not read; the path's length after a trailing slash.</param>
    public void Finish(string path, int start)
    {
        while (start < path.Length)
        {
            var slash = path.IndexOf('/', start);
            var end = slash < 0 ? path.Length : slash;
            Step(path.AsSpan(start, end - start));
            start = end + 1;
        }
        End(hasTrailingSlash: start == path.Length);
    }

    /// <summary>Adds the layers of a path that ends here: those that end here, and those that accept what may follow, an empty segment or the end.</summary>
    public readonly void End(bool hasTrailingSlash)
    {
        foreach (var id in _nodes)
        {
            var node = _graph[id];
            Add(node.Exact);
            if (hasTrailingSlash)
                node.Follow("", _reached);
            else
                node.MountedWildcard?.Enter(_reached);
        }
        foreach (var id in _reached)
        {
            Add(_graph[id].Prefix);
            Add(_graph[id].Exact);
        }
    }

    /// <summary>Returns the nodes reached, by number; without those that nothing follows.</summary>
    public readonly PatternNode[] ToNodes()
    {
        var nodes = new PatternNode[_nodes.Count];
        var next = 0;
        foreach (var id in _nodes)
            nodes[next++] = _graph[id];
        return nodes;
    }

    /// <summary>Makes what has been reached the place from which the next step starts.</summary>
    private void Arrive()
    {
        var left = _nodes;
        _nodes = _reached;
        _reached = left;
        _reached.Clear();
        foreach (var id in _nodes)
        {
            var node = _graph[id];
            Add(node.Prefix);
            if (node.Repeats)
                Add(node.Exact);
            if (node.IsLast)
                _nodes.Remove(id);
        }
    }

    private readonly void Add(List<int> layers)
    {
        foreach (var index in layers)
            _matched.Add(index);
    }
}
