namespace NextConnect;

/// <summary>
/// A node in the graph of all patterns. Patterns with a common beginning share their nodes. An edge accepts the next segment; an optional one (<c>:id?</c>,
/// <c>*?</c>) is also followed without a segment.
/// </summary>
internal sealed class PatternNode(int id)
{
    public int Id => id;

    /// <summary>Gets the edges of static text.</summary>
    public Dictionary<string, PatternNode>? Literals { get; private set; }

    /// <summary>Gets the edges of parameters with an ending.</summary>
    public List<(PatternSegment Segment, PatternNode Next)> Suffixed { get; } = [];

    /// <summary>Gets the edge of a parameter: any segment but the empty one.</summary>
    public PatternNode? Parameter { get; private set; }

    /// <summary>Gets the edge of an optional parameter: like <see cref="Parameter"/>, or nothing.</summary>
    public PatternNode? OptionalParameter { get; private set; }

    /// <summary>Gets the edge of a wildcard: any segment, and the node it leads to <see cref="Repeats"/>.</summary>
    public PatternNode? Wildcard { get; private set; }

    /// <summary>Gets the edge of a wildcard that opens a mounted router's pattern: like <see cref="Wildcard"/>, or the end of the path.</summary>
    public PatternNode? MountedWildcard { get; private set; }

    /// <summary>Gets the edge of an optional wildcard: like <see cref="Wildcard"/>, or nothing.</summary>
    public PatternNode? OptionalWildcard { get; private set; }

    /// <summary>Gets whether the node follows a wildcard and accepts any number of further segments.</summary>
    public bool Repeats { get; private init; }

    /// <summary>Gets the layers that match a path that ends here.</summary>
    public List<int> Exact { get; } = [];

    /// <summary>Gets the layers that match whatever follows.</summary>
    public List<int> Prefix { get; } = [];

    /// <summary>Gets whether nothing that follows can add a match: no edges, and no layer for a path that ends exactly here.</summary>
    public bool IsLast => !HasEdges && (Repeats || Exact.Count == 0);

    private bool HasEdges =>
        (Literals ?? (object?)Parameter ?? OptionalParameter ?? Wildcard ?? MountedWildcard ?? OptionalWildcard) is not null || Suffixed.Count > 0;

    /// <summary>Returns the node after a pattern segment; makes it when it does not exist.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="nodes">The nodes of the graph, by number.</param>
    public PatternNode Extend(PatternSegment segment, List<PatternNode> nodes)
    {
        if (segment.Kind == SegmentKind.Literal)
        {
            Literals ??= new(StringComparer.OrdinalIgnoreCase);
            return Literals.TryGetValue(segment.Text, out var next) ? next : Literals[segment.Text] = AddTo(nodes);
        }
        if (segment.Kind == SegmentKind.Wildcard)
        {
            return segment.IsOptional ? OptionalWildcard ??= AddTo(nodes, repeats: true)
                : segment.TakesEmptyRest ? MountedWildcard ??= AddTo(nodes, repeats: true)
                : Wildcard ??= AddTo(nodes, repeats: true);
        }
        if (segment.Suffixes.Length == 0)
        {
            return segment.IsOptional
                ? OptionalParameter ??= AddTo(nodes)
                : Parameter ??= AddTo(nodes);
        }
        var known = Suffixed.Find(edge => edge.Segment.IsOptional == segment.IsOptional && edge.Segment.Suffixes.SequenceEqual(segment.Suffixes));
        if (known.Next is null)
            Suffixed.Add(known = (segment, AddTo(nodes)));
        return known.Next;
    }

    /// <summary>Returns the text of the literal edge that a path segment follows; null without one.</summary>
    public string? LiteralOf(ReadOnlySpan<char> segment) =>
        Literals is not null && Literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(segment, out var text, out _) ? text : null;

    /// <summary>Adds every node that a path segment leads to.</summary>
    public void Follow(ReadOnlySpan<char> segment, BitSet reached)
    {
        if (Literals is not null && Literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(segment, out var literal))
            literal.Enter(reached);
        foreach (var (suffixed, next) in Suffixed)
        {
            if (suffixed.Accepts(segment))
                next.Enter(reached);
        }
        if (!segment.IsEmpty)
        {
            Parameter?.Enter(reached);
            OptionalParameter?.Enter(reached);
        }
        Wildcard?.Enter(reached);
        MountedWildcard?.Enter(reached);
        OptionalWildcard?.Enter(reached);
        if (Repeats)
            Enter(reached);
    }

    /// <summary>Adds the node, and those after edges that need no segment.</summary>
    public void Enter(BitSet reached)
    {
        for (var node = this; node is not null && reached.Add(node.Id); node = node.OptionalWildcard)
            node.OptionalParameter?.Enter(reached);
    }

    private static PatternNode AddTo(List<PatternNode> nodes, bool repeats = false)
    {
        var node = new PatternNode(nodes.Count) { Repeats = repeats };
        nodes.Add(node);
        return node;
    }
}
